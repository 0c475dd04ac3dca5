// Circles among files or folders, and the imports that lead upward in an order of folders.
import path from 'node:path';

/** Orders that are tried for each circle of folders, each from another start. */
const TRIES = 300;

export const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
export const topOf = (file) => file.split('/')[0];
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The imports between folders, each folder by itself: how many lead from one to another. */
export function betweenFolders(imports) {
  const counts = new Map();
  for (const imported of imports) {
    const [file, target] = [path.posix.dirname(imported.file), path.posix.dirname(imported.target)];
    const key = `${file} ${target}`;
    if (file !== target) counts.set(key, { file, target, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Strongly connected components of more than one node, the largest first (Tarjan). */
export function circlesOf(edges) {
  const next = new Map();
  for (const { file, target } of edges) next.set(file, [...(next.get(file) ?? []), target]);
  const order = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const enter = (node) => {
    order.set(node, order.size);
    low.set(node, order.get(node));
    stack.push(node);
    for (const one of next.get(node) ?? []) {
      if (!order.has(one)) enter(one);
      if (stack.includes(one)) low.set(node, Math.min(low.get(node), low.get(one)));
    }
    if (low.get(node) !== order.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort(byName));
  };
  for (const node of next.keys()) if (!order.has(node)) enter(node);
  return circles.sort((a, b) => b.length - a.length || byName(a[0], b[0]));
}

/** A circle's folders, bottom to top, with the fewest upward imports that was found by moving one folder at a time. */
function bestOrder(circle, edges) {
  const place = new Map(circle.map((folder, index) => [folder, index]));
  const counts = circle.map(() => circle.map(() => 0));
  for (const { file, target, count } of edges) if (place.has(file) && place.has(target)) counts[place.get(file)][place.get(target)] = count;
  const upwardIn = (order) => sum(order.flatMap((one, index) => order.slice(index + 1).map((above) => counts[one][above])));
  /** Puts each folder where it costs least among the others, until none moves. */
  const settle = (order) => {
    for (let moved = true; moved; ) {
      moved = false;
      for (const one of [...order]) {
        const from = order.indexOf(one);
        order.splice(from, 1);
        const costs = [sum(order.map((above) => counts[one][above]))];
        for (const passed of order) costs.push(costs.at(-1) + counts[passed][one] - counts[one][passed]);
        const least = Math.min(...costs);
        const to = costs[from] === least ? from : costs.indexOf(least);
        order.splice(to, 0, one);
        moved ||= to !== from;
      }
    }
    return { order, upward: upwardIn(order) };
  };
  let seed = 1;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  // a folder that imports little and is imported much begins at the bottom
  const lean = (one) => sum(counts[one]) - sum(counts.map((row) => row[one]));
  let best = settle([...circle.keys()].sort((a, b) => lean(a) - lean(b)));
  for (let tried = 1; tried < TRIES; tried += 1) {
    // by turns any order at all, and the best one shaken
    const start = best.order.map((one, index) => ({ one, at: tried % 2 === 0 ? random() : index + 6 * random() }));
    const found = settle(start.sort((a, b) => a.at - b.at).map(({ one }) => one));
    if (found.upward < best.upward) best = found;
  }
  return best.order.map((index) => circle[index]);
}

/** Upward imports of one top folder: by its list of rooms, bottom to top; without one, by the best order of its folders that was found. */
export function upwardImports(top, files, imports, rooms) {
  const inside = imports.filter(({ file, target }) => topOf(file) === top && topOf(target) === top);
  if (rooms === undefined) {
    const edges = betweenFolders(inside);
    const orders = circlesOf(edges).map((circle) => bestOrder(circle, edges));
    const isUpward = ({ file, target }) => orders.some((order) => order.includes(file) && order.indexOf(target) > order.indexOf(file));
    const wrong = edges.filter(isUpward).sort((a, b) => b.count - a.count || byName(a.file, b.file) || byName(a.target, b.target));
    const list = wrong.map(({ file, target, count }) => `${String(count).padStart(4)}  ${file} -> ${target}`);
    return { top, by: 'at best found', imports: sum(wrong.map(({ count }) => count)), list, outsideRooms: [] };
  }
  // the innermost room that holds a file is its own
  const inward = rooms.map(({ room }, height) => ({ room, height })).sort((a, b) => b.room.length - a.room.length);
  const heightOf = (file) => inward.find(({ room }) => file === room || file.startsWith(`${room}/`))?.height;
  const wrong = inside.filter(({ file, target }) => heightOf(target) > heightOf(file));
  const list = wrong.map(({ file, target }) => `${file} -> ${target}`).sort();
  const outsideRooms = files.filter((file) => topOf(file) === top && heightOf(file) === undefined);
  return { top, by: 'tests/rooms.json', imports: wrong.length, list, outsideRooms };
}
