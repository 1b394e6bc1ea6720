const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the calendar has a day, as 2026-03-02; the 31st of February would be read as the 3rd of March. */
export function isDay(text: string): boolean {
  const at = new Date(text);
  return DAY.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
