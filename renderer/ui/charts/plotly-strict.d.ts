/** The part of plotly's strict bundle (no code from strings, so it runs under our content security policy) that the window uses. */
declare module 'plotly.js/dist/plotly-strict.min.js' {
  export interface PlotlyElement extends HTMLElement {
    readonly data: readonly object[];
    readonly layout: { readonly margin?: { readonly t?: number } };
    on(event: 'plotly_click', listener: (event: { readonly points: readonly { readonly pointNumber: number }[] }) => void): void;
  }
  interface Plotly {
    react(root: HTMLElement, data: readonly object[], layout: object, config: object): Promise<PlotlyElement>;
    purge(root: HTMLElement): void;
    toImage(
      figure: { readonly data: readonly object[]; readonly layout: object },
      options: { readonly format: 'svg'; readonly width: number; readonly height: number },
    ): Promise<string>;
  }
  const plotly: Plotly;
  // biome-ignore lint/style/noDefaultExport: it is plotly's
  export default plotly;
}
