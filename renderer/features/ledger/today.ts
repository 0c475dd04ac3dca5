/** Today where the person is. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());
