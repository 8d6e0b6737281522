// Days and times in Vietnam, as the app writes them.

const FORMAT = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh", day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

const parts = (milliseconds: number): Record<string, string> =>
  Object.fromEntries(FORMAT.formatToParts(milliseconds).map(({ type, value }) => [type, value]));

/** The day in Vietnam that is `days` days after today, as `dd/mm/yyyy`. */
export function vietnamDay(days: number): string {
  const { day, month, year } = parts(Date.now() + days * 86_400_000);
  return `${day}/${month}/${year}`;
}

/** A pattern of the time in Vietnam, `hh:mm, dd/mm/yyyy`, at a moment or in the minute before it. */
export function expectedVietnamTime(milliseconds: number): RegExp {
  const texts = [milliseconds, milliseconds - 60_000].map((moment) => {
    const { day, month, year, hour, minute } = parts(moment);
    return `${hour}:${minute}, ${day}/${month}/${year}`;
  });
  return new RegExp(texts.join("|"));
}
