// Runs before the first paint so that a remembered look does not flash. Everything else is a module.
(() => {
  const remembered = (/** @type {string} */ name) => {
    try {
      return localStorage.getItem(`onedoor.${name}`);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = remembered("theme") ?? (dark ? "dark" : "light");
  root.dataset.size = remembered("size") ?? "normal";
  root.lang = remembered("lang") === "en" ? "en" : "zh-CN";
  root.dataset.script = "on";
})();
