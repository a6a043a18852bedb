/** What concerns one place may concern another. Pure. */

/** The part of an area's code under which what concerns it is listed: its prefecture, or its region. */
export const listedUnder = (area: string): string => area.slice(0, 4);

/** Whether what concerns one area is of interest in the other: one of the two holds the other. */
export const concerns = (area: string, asked: string): boolean => area.startsWith(asked) || asked.startsWith(area);
