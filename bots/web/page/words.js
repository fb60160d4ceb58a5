/**
 * Every word the page itself says, in both languages. What OneDoor answers comes from the core.
 * @type {Record<"zh" | "en", Record<string, string>>}
 */
export const WORDS = {
  zh: {
    title: "一扇门 OneDoor · 政务咨询",
    skip: "跳到输入框",
    name: "一扇门",
    tagline: "自贸区政务咨询",
    conversation: "与一扇门的对话",
    large: "大字",
    largeHint: "长者模式：大字体、大按钮",
    dark: "深色",
    darkHint: "深色模式",
    otherLanguage: "EN",
    otherLanguageHint: "Switch to English",
    print: "打印",
    printHint: "打印整个对话",
    looks: "显示设置",
    welcome: "您想办什么事？",
    welcomeText:
      "像平常说话那样问就行。要不要办证、去哪儿办、带什么、多久、多少钱，先说结论，再给依据。",
    tryAsking: "可以这样问",
    example1: "我就卖袋装零食饮料，要不要食品证",
    example2: "开公司要带什么材料",
    example3: "劳务派遣许可证多久能办下来",
    example4: "公司不干了怎么注销",
    promise1: "每句结论都标明法条",
    promise2: "不用注册，不问姓名",
    promise3: "刷新页面，对话还在",
    composer: "您的问题",
    placeholder: "写下您想办的事…",
    send: "发送",
    keys: "回车发送，Shift + 回车换行",
    privacy: "自动答复，供您参考；请不要填写身份证号、手机号、银行卡号。",
    left: "还可以写 {count} 字",
    you: "您",
    oneDoor: "一扇门",
    sending: "正在发送",
    stored: "已收到",
    waiting: "还没发出去，稍后自动发送",
    failed: "没有发出去：",
    edit: "改一改再发",
    working: "正在查阅依据",
    longWorking: "比平时久一点。您的问题已经存好，可以先离开，回来就能看到答复。",
    offline: "网络断开了。您写的内容已存在本机，连上网会自动发送。",
    trouble: "系统正在恢复，您的内容不会丢，恢复后自动继续。",
    slowDown: "发得有点快，稍等片刻会自动发送。",
    newReply: "有新答复",
    choices: "可以接着问",
    sources: "依据",
    source: "依据 {number}",
    article: "条款",
    version: "版本",
    validity: "施行",
    checked: "最近核对",
    from: "自 {from} 起",
    fromTo: "{from} 至 {to}",
    until: "至 {to}",
    noDates: "日期未录入",
    inForce: "现行有效",
    ended: "已失效",
    notYet: "尚未施行",
    unverified: "未经核实",
    copy: "复制",
    copied: "已复制",
    notCopied: "没能复制，请手动选择文字",
    scrollTable: "表格：{label}",
  },
  en: {
    title: "OneDoor 一扇门 · government services",
    skip: "Skip to the question box",
    name: "OneDoor",
    tagline: "Free-trade-zone services",
    conversation: "Your conversation with OneDoor",
    large: "Large",
    largeHint: "Large text and large buttons",
    dark: "Dark",
    darkHint: "Dark mode",
    otherLanguage: "中文",
    otherLanguageHint: "切换到中文",
    print: "Print",
    printHint: "Print the whole conversation",
    looks: "Display settings",
    welcome: "What would you like to get done?",
    welcomeText:
      "Ask in your own words. Whether you need a licence, where to go, what to bring, how long, how much: the conclusion first, then the source.",
    tryAsking: "For example",
    example1: "I only sell packaged snacks and drinks. Do I need a food licence?",
    example2: "What do I bring to register a company?",
    example3: "How long does a labour dispatch licence take?",
    example4: "How do I close down my company?",
    promise1: "Every conclusion names its law",
    promise2: "No account, no name asked",
    promise3: "Still here after a reload",
    composer: "Your question",
    placeholder: "Your question…",
    send: "Send",
    keys: "Enter sends, Shift + Enter: new line",
    privacy: "Automatic answers, for guidance. Please leave out ID, phone and card numbers.",
    left: "{count} characters left",
    you: "You",
    oneDoor: "OneDoor",
    sending: "Sending",
    stored: "Received",
    waiting: "Not sent yet; it will go out by itself",
    failed: "Not sent: ",
    edit: "Edit and send again",
    working: "Looking up the sources",
    longWorking:
      "This takes a little longer. Your question is safely stored; you can leave and find the answer here later.",
    offline: "You are offline. What you wrote is kept on this device and sent when you are back.",
    trouble: "The system is recovering. Nothing is lost; it goes on by itself.",
    slowDown: "That was a little fast. It will be sent in a moment.",
    newReply: "New answer",
    choices: "Ask next",
    sources: "Sources",
    source: "Source {number}",
    article: "Article",
    version: "Version",
    validity: "In force",
    checked: "Last checked",
    from: "from {from}",
    fromTo: "{from} to {to}",
    until: "until {to}",
    noDates: "dates not entered",
    inForce: "In force",
    ended: "No longer in force",
    notYet: "Not yet in force",
    unverified: "Not verified",
    copy: "Copy",
    copied: "Copied",
    notCopied: "Could not copy; please select the text",
    scrollTable: "Table: {label}",
  },
};

/**
 * @param {"zh" | "en"} lang
 * @param {string} key
 * @param {Record<string, string | number>} values what stands in the braces
 */
export function word(lang, key, values = {}) {
  const text = WORDS[lang][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * Put the words of one language into every element that names one.
 * @param {ParentNode} root
 * @param {"zh" | "en"} lang
 */
export function applyWords(root, lang) {
  for (const named of root.querySelectorAll("[data-word]")) {
    named.textContent = word(lang, named.getAttribute("data-word") ?? "");
  }
  for (const [data, attribute] of [
    ["data-label", "aria-label"],
    ["data-hint", "title"],
    ["data-placeholder", "placeholder"],
  ]) {
    for (const named of root.querySelectorAll(`[${data}]`)) {
      named.setAttribute(
        /** @type {string} */ (attribute),
        word(lang, named.getAttribute(/** @type {string} */ (data)) ?? ""),
      );
    }
  }
}
