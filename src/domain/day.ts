const ZONE_CLOCK = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

/** @returns the calendar day of an ISO moment in the zone (Asia/Shanghai), as ISO text */
export function dayOf(at: string): string {
  return ZONE_CLOCK.format(new Date(at));
}
