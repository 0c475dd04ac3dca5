import { parseProtocol } from '../../core/study/protocol/protocol.ts';

const fluorescence = ['FITC-A', 'PE-A', 'PerCP-Cy5-5-A', 'PE-Cy7-A', 'APC-A', 'APC-R700-A', 'APC-H7-A', 'BV421-A', 'BV510-A', 'BV605-A'];
/** On a logicle scale, and with a median for each population. */
const channels = [...fluorescence, 'SSC-H', 'FSC-W'];

const ring = (x: number, y: number, radius: number): readonly (readonly number[])[] =>
  Array.from({ length: 20 }, (_, i) => {
    const reach = radius * (i % 2 === 0 ? 1 : 0.9);
    return [x + reach * Math.cos((i * Math.PI) / 10), y + reach * Math.sin((i * Math.PI) / 10)];
  });
const polygon = (x: number, y: number, radius: number) => ({ kind: 'polygon', vertices: ring(x, y, radius) });
const ellipse = (x: number, y: number) => ({
  kind: 'ellipsoid',
  mean: [x, y],
  covariance: [
    [0.05, 0.01],
    [0.01, 0.05],
  ],
  distanceSquare: 3,
});
const node = (name: string, dimensions: readonly string[], gate: object, gates: readonly object[] = []) => ({
  dimensions,
  gate,
  populations: [{ name, gates }],
});

const strategy = [
  node('Cells', ['FSC-A', 'SSC-A'], polygon(0.35, 0.3, 0.3), [
    node('Level', ['FSC-W', 'SSC-H'], { kind: 'rectangle', ranges: [{ min: -0.5, max: 1.2 }, { min: -0.5 }] }, [
      {
        dimensions: ['FITC-A', 'PE-A'],
        gate: { kind: 'quadrant', x: 0.5, y: [0.5, 0.5] },
        populations: [
          { name: 'Q1', gates: [node('CD16', ['PerCP-Cy5-5-A', 'PE-Cy7-A'], ellipse(0.5, 0.4))] },
          { name: 'Q2' },
          { name: 'Q3', gates: [node('CD4', ['BV421-A', 'BV605-A'], polygon(0.5, 0.4, 0.35))] },
          { name: 'Q4', gates: [node('CD19', ['APC-R700-A'], { kind: 'rectangle', ranges: [{ min: 0.5 }] })] },
        ],
      },
      node('Alive', ['BV510-A', 'APC-H7-A'], ellipse(0.4, 0.6), [
        node('TCR', ['APC-A'], { kind: 'rectangle', ranges: [{ min: 0.4, max: 0.9 }] }),
      ]),
    ]),
  ]),
];

/** Fixed gates on 12 logicle channels, 11 populations and all events, each with 12 medians: what the engine does, without automatic steps. */
export function engineProtocol(shipped: string): ReturnType<typeof parseProtocol> {
  const protocol: object = JSON.parse(shipped);
  const statistics = { interval: { method: 'wilson', confidence: 0.95 }, medians: channels, minimumEvents: 20 };
  const transforms = Object.fromEntries(channels.map((name) => [name, { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 }]));
  const text = { ...protocol, name: 'engine', strategy, statistics, transforms };
  return parseProtocol(JSON.stringify(text));
}
