import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';
import { type Blood, type BloodKind, bloodKinds, drawBlood, usualBlood } from '../blood.ts';
import { type DrawnEvents, drawEvents, kinds } from '../events.ts';
import { recordMass } from '../instrument-mass.ts';
import { recordModern } from '../instrument-modern.ts';
import { drawLot, type LotOverride, populationShares } from '../lot.ts';
import { top } from '../optics.ts';
import { populationNames, populations } from '../populations.ts';
import { type Random, seedRandom } from '../random.ts';
import { type BloodCells, type CultureCells, type Scene, type SceneKind, type SceneTruth, sceneKinds } from './scene.ts';
import { looksOf } from './scene-looks.ts';

/** Simulates a scene. The same scene, seed and number of events give the same bytes. */
export function simulateScene(scene: Scene, seed: number, count: number): { readonly content: FcsContent; readonly truth: SceneTruth } {
  const random = seedRandom(seed);
  const { cells } = scene;
  const { events, kind, drawn } = 'blood' in cells ? bloodOf(cells, scene, count, random) : cultureOf(cells, scene, count, random);
  amplifyScatter(events, scene.scatter);
  addOffScale(events, kind, scene.offScale, random);
  const keywords = new Map([
    ['$COM', 'SIMULATED DATA - computed, not measured; no cells of any person'],
    ['SIMULATED', 'yes'],
    ['SIMULATED SEED', String(seed)],
  ]);
  const content =
    scene.instrument === 'mass'
      ? recordMass(events, random, keywords)
      : recordModern(events, scene.panel ?? 'full', random, keywords, scene.setting);
  const counts = Object.fromEntries(sceneKinds.map((name) => [name, 0])) as Record<SceneKind, number>;
  for (const place of kind) counts[sceneKinds[place]!]++;
  return { content: content[0]!, truth: { kind, counts, drawn } };
}

interface Drawn {
  readonly events: DrawnEvents;
  readonly kind: Uint8Array;
  readonly drawn: SceneTruth['drawn'];
}

const lacking: { readonly [P in NonNullable<Scene['pregated']>]: LotOverride } = {
  lymphocytes: { debris: 0, doublets: 0, viability: 100, monocytes: 0 },
  live: { debris: 0, viability: 100 },
};

function cultureOf({ culture, lot: lotName, composition }: CultureCells, scene: Scene, count: number, random: Random): Drawn {
  const { dimCd56, pregated } = scene;
  const lot = drawLot(culture, lotName, {
    ...composition,
    ...(dimCd56 && { cd56bright: dimCd56.bright }),
    ...(pregated && lacking[pregated]),
  });
  const events = drawEvents(lot, count, random, looksOf(scene));
  const kind = Uint8Array.from(events.kind, (place, event) => {
    const name = kinds[place]!;
    if (name !== 'live') return sceneKinds.indexOf(name);
    return sceneKinds.indexOf(populations[populationNames[events.population[event]!]!].quarter);
  });
  const shares = populationShares(lot);
  return {
    events,
    kind,
    drawn: percentOf((quarter) => populationNames.reduce((sum, of) => sum + (populations[of].quarter === quarter ? shares[of] : 0), 0)),
  };
}

const inBlood: { readonly [kind in BloodKind]: SceneKind } = {
  ...{ 'cd4-t': 't', 'cd8-t': 't', 'other-t': 't', 'nkt-like': 'nkt-like', nk: 'nk', b: 'neither', 'other-lymphocyte': 'neither' },
  ...{ monocyte: 'monocyte', neutrophil: 'granulocyte', eosinophil: 'granulocyte', basophil: 'granulocyte' },
  ...{ debris: 'debris', bead: 'bead', erythrocyte: 'erythrocyte' },
};

function bloodOf(cells: BloodCells, scene: Scene, count: number, random: Random): Drawn {
  const red: Partial<Blood> = cells.blood === 'lysed' ? {} : { erythrocytes: 60, doublets: 8 };
  const blood: Blood = { ...usualBlood, beads: 0, dead: 3, ...red, ...cells.parts };
  const { events, kinds: drawnKinds } = drawBlood(blood, count, random, {
    combined: false,
    looks: looksOf(scene),
    bright: (scene.dimCd56?.bright ?? 8) / 100,
  });
  const kind = Uint8Array.from(drawnKinds, (place, event) => {
    const name = kinds[events.kind[event]!]!;
    return sceneKinds.indexOf(name === 'live' ? inBlood[bloodKinds[place]!] : name);
  });
  const parts = Object.entries(blood.lymphocytes);
  return {
    events,
    kind,
    drawn: percentOf((quarter) => parts.reduce((sum, [of, share]) => sum + (inBlood[of as BloodKind] === quarter ? share : 0), 0)),
  };
}

const quarters = ['nk', 'nkt-like', 't', 'neither'] as const;

function percentOf(shareOf: (quarter: (typeof quarters)[number]) => number): SceneTruth['drawn'] {
  const [nk, nkt, t, neither] = quarters.map(shareOf) as [number, number, number, number];
  const all = (nk + nkt + t + neither) / 100;
  return { nk: nk / all, 'nkt-like': nkt / all, t: t / all, neither: neither / all };
}

function amplifyScatter(events: DrawnEvents, scatter: Scene['scatter']): void {
  if (scatter === undefined) return;
  for (let event = 0; event < events.count; event++) {
    events.forward[event]! *= scatter.forward;
    events.forwardHeight[event]! *= scatter.forward;
    events.side[event]! *= scatter.side;
    events.sideHeight[event]! *= scatter.side;
  }
}

/** Some events become aggregates: light of several cells, area and mostly height beyond the end of the scale. */
function addOffScale(events: DrawnEvents, kind: Uint8Array, offScale: Scene['offScale'], random: Random): void {
  if (offScale === undefined) return;
  for (let event = 0; event < events.count; event++) {
    if (!random.chance(offScale.percent / 100)) continue;
    kind[event] = sceneKinds.indexOf('off-scale');
    const cells = random.between(2, 5);
    for (const signal of events.signals) signal[event]! *= cells;
    events.glow[event]! *= cells;
    if (offScale.axes !== 'side') {
      events.forward[event] = top * random.between(1.05, 3);
      events.forwardHeight[event] = events.forward[event]! * random.between(0.5, 1.1);
    }
    if (offScale.axes !== 'forward') {
      events.side[event] = top * random.between(1.05, 3);
      events.sideHeight[event] = events.side[event]! * random.between(0.5, 1.1);
    }
  }
}
