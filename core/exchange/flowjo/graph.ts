import { element, type XmlElement } from '../xml/tree.ts';

/** The plot in which FlowJo opens a population. FlowJo 11.2 does not open a population without one, nor one without its settings. */
export const graphOf = (x: string, y: string): XmlElement =>
  element('Graph', { smoothing: 0, backColor: '#ffffff', foreColor: '#000000', type: 'Pseudocolor', fast: 1 }, [
    axis('x', x),
    axis('y', y),
    element('GraphSettings', {
      level: '5%',
      smoothingHighResolution: 1,
      contourHighResolution: 1,
      histogramSmoothingCount: 0,
      graphResolution: 256,
      showOutliers: 0,
      drawLargeDots: 0,
      dotsToDraw: 0,
    }),
  ]);

const axis = (dimension: 'x' | 'y', name: string): XmlElement => element('Axis', { dimension, name, label: '', auto: 'auto' });
