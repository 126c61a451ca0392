extension Stylesheet {
    /// Charts: made for two widths, so that no letter gets smaller than 11 pixels.
    static let charts = """
        .chart { margin: 0 0 var(--s5); container-type: inline-size }
        .chart + .chart { margin-top: var(--s7) }
        .multiples { display: grid; gap: 0 var(--s7);
          grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)) }
        .multiples .chart + .chart { margin-top: 0 }
        .chart .chart-title { color: var(--ink); font-weight: 650; margin: 0 0 2px; max-width: 60ch }
        .chart figcaption { color: var(--quiet); max-width: 72ch; margin-bottom: var(--s3) }
        .chart svg { width: 100%; height: auto; overflow: visible }
        .chart .wide { max-width: 1000px }
        .chart .slim { max-width: 480px }
        .chart .wide { display: none }
        @container (min-width: 640px) {
          .chart .wide { display: block } .chart .slim { display: none }
        }
        .chart text { font: 13px/1 var(--font); font-variant-numeric: tabular-nums; fill: var(--quiet);
          paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round }
        .chart .name { font-weight: 600; fill: var(--mark-text, var(--ink)) }
        .chart .value { fill: var(--ink) }
        .chart .upon { font-weight: 500; fill: var(--mark-on); stroke: none }
        .chart .grid { stroke: var(--line) }
        .chart .axis { stroke: var(--edge) }
        .chart .divide { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 4 3 }
        .chart .lead { stroke: var(--edge); stroke-width: 1 }
        .chart .line { fill: none; stroke: var(--mark); stroke-width: 2.5; stroke-linejoin: round;
          stroke-linecap: round }
        .chart .thin { stroke-width: 1.5 }
        .chart .fit { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4 }
        .chart .halo { stroke: var(--paper); stroke-width: 1.5 }
        .chart .soft { fill-opacity: .75 }
        .key { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); list-style: none; margin: 0 0 var(--s3);
          padding: 0; font-size: var(--t0); color: var(--quiet) }
        .key li { display: flex; align-items: center; gap: var(--s2) }
        .key svg { width: 14px; height: 14px; flex: none }
        .table .key { margin: var(--s3) 0 0 }
        .chart .source { color: var(--quiet); font-size: var(--t0); margin: var(--s2) 0 0 }
        .chart > details { margin-top: var(--s1) }
        .chart > details > summary { color: var(--quiet); cursor: pointer; padding: 6px 0; font-size: var(--t0);
          width: fit-content }
        .chart > details > summary:hover { color: var(--ink) }
        .chart table { width: auto; min-width: min(100%, 24rem) }
        .chart table :is(th, td) { padding-block: 6px }
        """
}
