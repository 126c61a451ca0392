extension Stylesheet {
    /// Two parts side by side, and the page that is one sheet of A4.
    static let halves = """
        .halves > div { min-width: 0 }
        @media (min-width: 1000px) {
          .halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 var(--s7) }
          .halves tbody th:not([scope=rowgroup]) { min-width: 0 }
          .halves :is(th, td) { padding-inline: 7px }
        }
        .halves > div > section:first-child > h2 { margin-top: var(--s5) }
        @media print {
          .halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 8mm }
          .halves .chart > details table { width: 100%; min-width: 0; font-size: 7.2pt }
          .halves .chart > details :is(th, td) { min-width: 0; padding: 1px 3px; white-space: normal }
          .multiples { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 8mm }
          :is(.halves, .multiples) .chart .wide { display: none }
          :is(.halves, .multiples) .chart .slim { display: block; max-width: 100% }
          .one-sheet { font-size: 8pt; line-height: 1.3 }
          .one-sheet h1 { font-size: 17pt; margin-bottom: 1mm }
          .one-sheet h2, .halves > div > section:first-child > h2 { font-size: 10.5pt; margin: 3.5mm 0 1.2mm }
          main:has(.one-sheet) + .foot { display: none }
          main:has(.one-sheet) .print-head { margin-bottom: 3mm }
          .one-sheet :is(th, td) { padding: 1.2px 4px } .one-sheet tbody th { min-width: 0 }
          .one-sheet :is(thead th, .legend, td .note, .note, .key, .chart .source, .chart figcaption) { font-size: 7.2pt }
          .one-sheet :is(.table, .chart, .facts) { margin-bottom: 2mm }
          .one-sheet .legend { margin-top: .6mm }
          .one-sheet .head { margin-bottom: 2mm } .one-sheet .lede { margin: 0 }
          .one-sheet .counts { margin: 2mm 0; grid: auto / auto-flow 1fr }
          .one-sheet .counts > div { padding: 1.6mm 2.4mm }
          .one-sheet .counts dd { font-size: 13pt } .one-sheet .counts dt { line-height: 1.25 }
        }
        """
}
