const NAMED: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};
const BY_NAME =
  /大前天|前天|昨[天日]|今[天日]|明[天日]|大后天|后天|\b(?:yesterday|today|tomorrow)\b/giu;

const WEEKS: Record<string, number> = {
  上上: -2,
  上: -1,
  last: -1,
  这: 0,
  本: 0,
  this: 0,
  下: 1,
  next: 1,
  下下: 2,
};
const ZH_DAYS = "一二三四五六日";
const EN_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OF_A_WEEK = new RegExp(
  `(上上|上|这|本|下下|下)个?(?:周|星期|礼拜)([${ZH_DAYS}天])|\\b(last|this|next)\\s+(${EN_DAYS.join("|")})\\b`,
  "giu",
);
const DAYS_AWAY =
  /(?<!\d)(\d{1,3})\s*天(之?前|之?后|以后|以前)|\b(\d{1,3}) days (ago|from now)\b/giu;

/**
 * @param today ISO day from which is counted; a week begins on Monday
 * @returns the text with "昨天", "3天前", "下周一", "last Friday" written as ISO days
 */
export function relativeDays(text: string, today: string): string {
  return text
    .replaceAll(BY_NAME, (word) => dayFrom(today, NAMED[word.toLowerCase()]!))
    .replaceAll(
      OF_A_WEEK,
      (_, zhWeek?: string, zhDay?: string, enWeek?: string, enDay?: string) => {
        const week = WEEKS[zhWeek ?? enWeek!.toLowerCase()]!;
        const day = zhDay
          ? ZH_DAYS.indexOf(zhDay === "天" ? "日" : zhDay)
          : EN_DAYS.indexOf(enDay!.toLowerCase());
        return dayFrom(today, week * 7 + day - weekday(today));
      },
    )
    .replaceAll(DAYS_AWAY, (_, zh?: string, way?: string, en?: string, enWay?: string) => {
      const back = way?.includes("前") ?? enWay!.toLowerCase() === "ago";
      return dayFrom(today, Number(zh ?? en) * (back ? -1 : 1));
    });
}

/** 0 for Monday … 6 for Sunday. */
const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

function dayFrom(today: string, by: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}
