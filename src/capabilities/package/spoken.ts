/** "盘了一家小火锅店", "自己开个火锅店": 开火锅店, as undertakings are named. */
export function spoken(text: string): string {
  return text.replace(
    /(?:开办|筹办|创办|接手|经营|盘|兑|办|做|搞|整|弄|干|支|开|建|成立)(?:设|下来|下|起|了|上)?(?:一|这|那)?(?:个|家|间|所|座)?(?:小|大|新)?(?=[\p{Script=Han}a-z]{2})/giu,
    "开",
  );
}
