/** Whether a file is a session of the window, by its name. */
export const isSessionFile = (file: string): boolean => file.toLowerCase().endsWith('.lymphoscope');
