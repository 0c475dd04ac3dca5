// Test files that run at the same time draw on displays of their own, so that each has focus and clipboard to itself.
const displays = process.env['LYMPHO_DISPLAYS']?.split(' ') ?? [];
const display = displays[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % Math.max(1, displays.length)];
if (display !== undefined) process.env['DISPLAY'] = display;
