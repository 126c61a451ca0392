extension Stylesheet {
    /// A4: the same page without what only a screen can do.
    ///
    /// The words of the page number depend on the language, so each has a named page; tables of many columns lie on
    /// their side, but not on the few pages that are one or two sheets on purpose and are set close by their own rules.
    static let print = """
        @page { size: A4; margin: 16mm 15mm 18mm;
          @bottom-right { content: "lapa " counter(page) " no " counter(pages);
            font: 8.5pt Inter, sans-serif; color: #5c6167 } }
        @page english { @bottom-right { content: "page " counter(page) " of " counter(pages) } }
        @page aside { size: A4 landscape }
        @page english-aside { size: A4 landscape;
          @bottom-right { content: "page " counter(page) " of " counter(pages) } }
        @media print {
          :root { color-scheme: only light; font-size: 10pt }
          html:lang(en) body { page: english }
          body:has(.paper-wide):not(:has(.item, .one-sheet, .brief)) { page: aside }
          html:lang(en) body:has(.paper-wide):not(:has(.item, .one-sheet, .brief)) { page: english-aside }
          .item:has(.paper-wide):not(.brief, :has(.brief)) { page: aside }
          html:lang(en) .item:has(.paper-wide):not(.brief, :has(.brief)) { page: english-aside }
          body { line-height: 1.4; -webkit-print-color-adjust: exact; print-color-adjust: exact }
          .bar, .crumbs, .skip, .filters, .buttons, .actions, .tabs, .pager, .table-tools, .steps, .menu,
          .notice.flash, .screen-only, button, dialog, details:not([open]), .more > summary, .chart summary {
            display: none !important }
          .on-paper { display: block } .on-paper.legend :is(h3, ul) { margin: 3mm 0 1mm }
          .chart > details { display: block !important }
          :is(.one-sheet, .brief) .chart > details { display: none !important }
          .chart > details::details-content { display: block; content-visibility: visible }
          .chart > details.long .scroll { columns: 2; column-gap: 8mm }
          .chart > details.long table { width: 100%; min-width: 0 }
          .more { border: 0; margin: 0 }
          .print-head { display: flex; justify-content: space-between; gap: 8mm; font-size: 8.5pt;
            color: var(--quiet); border-bottom: 1px solid var(--ink); padding-bottom: 2mm; margin-bottom: 6mm }
          .print-head strong { color: var(--ink) }
          .print-head p { margin: 0 }
          .print-head p:last-child { text-align: right }
          main { padding: 0 }
          .foot { padding: 3mm 0 0; margin-top: 6mm; font-size: 8.5pt } .foot ul { display: none }
          main:has(.print-head) + .foot { display: none }
          h1 { font-size: 20pt } h2 { font-size: 13pt; margin-top: 7mm } h1, h2, h3 { break-after: avoid }
          a { text-decoration: none }
          .todo a { display: none } .todo strong { font-size: 13pt }
          .both table { width: 100% }
          .scroll { overflow: visible !important; max-height: none; background: none }
          .scroll :is(thead, tbody, tfoot) tr > * { position: static !important }
          thead { display: table-header-group } tfoot { display: table-row-group }
          .table.short:not(.one-sheet *, .brief *) { break-inside: avoid }
          tr.group, tbody:first-of-type tr:first-child, tbody:has(+ tfoot) tr:last-child { break-after: avoid }
          tbody:first-of-type tr:first-child, tbody:last-of-type tr:last-child, tfoot { break-before: avoid }
          tbody th { min-width: 32mm }
          tr, figure:not(:has(.long, .table-tools)), .counts, .todo li, .notice { break-inside: avoid }
          th, td { padding: 4px 7px } thead th, .legend, td .note { font-size: 8.5pt }
          .optional { display: table-cell }
          \(tables("paper-small")) { font-size: 8.5pt }
          \(tables("paper-small")) :is(th, td) { padding: 2px 5px }
          \(tables("paper-small")) :is(thead th, .legend, td .note) { font-size: 7.5pt; line-height: 1.25 }
          .paper-small:not(.one-sheet *, .brief *) tbody th:not([scope=rowgroup]) { min-width: 24mm }
          \(tables("paper-dense")) { font-size: 6.5pt }
          \(tables("paper-dense")) :is(th, td) { padding: 1.5px 3px; overflow-wrap: anywhere }
          \(tables("paper-dense")) :is(thead th, .legend, td .note) { font-size: 6.5pt; hyphens: auto }
          .broad { min-width: 0 }
          .chart svg { max-width: none } .chart .wide { display: block } .chart .slim { display: none }
        }
        """

    /// Tables that need a smaller type on paper, with no weight of their own, so that closer pages set them closer.
    private static func tables(_ name: String) -> String {
        ":where(.\(name):not(.one-sheet *, .brief *))"
    }
}
