extension Stylesheet {
    /// Documents that are made for paper: what begins a new sheet, what is set close, what is handed out on one page.
    static let sheets = """
        .apart { margin-top: var(--s6) }
        .cover { max-width: 46rem }
        .cover ol { padding-left: 1.4em } .cover li { padding: var(--s1) 0 }
        .item + .item { border-top: 1px solid var(--line); margin-top: var(--s6); padding-top: var(--s5) }
        .item h2.title { font-size: var(--t3); margin-top: 0 }
        .columns { margin-top: var(--s7) } .columns > section { break-inside: avoid }
        .columns > section:first-child > h2 { margin-top: 0 }
        .handout ul { margin: 0 0 var(--s4); padding-left: 1.2em }
        @media print, (min-width: 1000px) {
          .columns { columns: 2; column-gap: var(--s6) } .handout td { width: 49% }
        }
        @media print {
          .new-sheet, .item { break-before: page }
          .item + .item { border: 0; margin: 0; padding: 0 }
          .cover.screen-only + .item { break-before: auto }
          main:has(.cover.screen-only) .print-head { display: none }
          .new-sheet > section:first-child h2 { margin-top: 0 }
          .brief { font-size: 9pt; line-height: 1.25 }
          .brief :is(th, td) { padding: 2px 5px } .brief h2 { font-size: 11.5pt; margin: 4mm 0 1mm }
          .brief :is(.table, .head) { margin-bottom: 2mm } .brief h1 { font-size: 17pt }
          .brief tbody th { min-width: 24mm } .brief tr.group th { padding-top: 6px }
          .brief .facts { margin-bottom: 2mm } .brief .facts > div { padding: .8mm 0 }
          .brief .counts { margin: 2mm 0 } .brief .counts > div { padding: 1.5mm 3mm }
          .brief .counts dd { font-size: 13pt }
          .brief .table.few { max-width: none } .brief thead th { font-size: 7.5pt; line-height: 1.2 }
          .handout :is(p, ul) { margin-bottom: 1mm; max-width: none } .handout h1 { font-size: 16pt }
          .handout h2, .handout .columns { margin-top: 2mm } .handout .head { margin-bottom: 1mm }
          .handout.brief { font-size: 8.5pt } .handout.brief h2 { font-size: 10.5pt; margin-top: 2mm }
          .handout :is(th, td) { padding-block: 1.5px } .handout thead th { font-size: inherit }
          main:has(.handout) .print-head { margin-bottom: 3mm } main:has(.handout) + .foot { display: none }
        }
        """
}
