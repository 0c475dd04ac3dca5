/** Where a value lies in settings: names of fields, places in lists. */
export type SettingPath = readonly string[];

/** The value at a path; undefined where there is none. */
export function settingAt(settings: unknown, [name, ...rest]: SettingPath): unknown {
  if (name === undefined) return settings;
  if (typeof settings !== 'object' || settings === null) return undefined;
  return settingAt(Object.entries(settings).find(([key]) => key === name)?.[1], rest);
}

/** The settings with another value there; undefined leaves it out. */
export function withSetting(settings: unknown, [name, ...rest]: SettingPath, value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(settings)) return settings.map((one, i) => (String(i) === name ? withSetting(one, rest, value) : one));
  const before: { readonly [key: string]: unknown } = typeof settings === 'object' && settings !== null ? { ...settings } : {};
  const changed = withSetting(before[name], rest, value);
  if (changed !== undefined) return { ...before, [name]: changed };
  const { [name]: _, ...others } = before;
  return others;
}
