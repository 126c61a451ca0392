extension Stylesheet {
    /// Tables: hairlines, numbers to the right, the head in sight.
    static let tables = """
        .table { margin: 0 0 var(--s5) }
        .table.few { max-width: 46rem }
        .table-tools { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); justify-content: flex-end;
          font-size: var(--t0); margin-bottom: var(--s1) }
        .table-tools :is(a, button) { font: inherit; color: var(--quiet); background: none; border: 0;
          padding: 2px 0; min-height: 24px; text-decoration: underline; text-underline-offset: 3px;
          text-decoration-color: var(--edge); cursor: pointer }
        .table-tools :is(a, button):hover { color: var(--ink) }
        .table-tools .menu > summary { padding: 2px 0; min-height: 24px; text-decoration: underline;
          text-underline-offset: 3px; text-decoration-color: var(--edge) }
        .table-tools .menu > summary:hover, .table-tools .menu[open] > summary { background: none }
        .table-tools .boxes { padding: var(--s2) var(--s4); white-space: nowrap }
        table { border-collapse: separate; border-spacing: 0; width: 100% }
        caption { text-align: left; color: var(--quiet); padding-bottom: var(--s2) }
        caption span { display: inline-block; max-width: 84ch }
        th, td { text-align: left; padding: 10px 12px; vertical-align: baseline; border-bottom: 1px solid var(--line) }
        :is(th, td):first-child { padding-left: 0 }
        :is(th, td):last-child { padding-right: 0 }
        thead th { font-size: var(--t0); font-weight: 500; line-height: 1.35; color: var(--quiet);
          vertical-align: bottom; padding-block: var(--s2); border-bottom-color: var(--ink);
          background: var(--paper) }
        tbody th, tfoot th { font-weight: inherit }
        .n { text-align: right; white-space: nowrap }
        td .buttons { margin: 0 }
        thead th.narrow { white-space: nowrap }
        .n a { text-decoration-color: transparent }
        .n a:hover { text-decoration-color: currentColor }
        .narrow { width: 1% }
        .broad { min-width: 18rem }
        td ul.plain, th ul.plain { margin: 0; padding: 0; list-style: none }
        td ul.plain li + li { margin-top: var(--s1) }
        @media (min-width: 1100px) { .roomy { min-width: 14rem } }
        thead th.n { white-space: normal }
        :is(th, td).upright { text-align: center; white-space: normal; padding-inline: 5px }
        td.upright { padding-block: 6px }
        th.upright > span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11rem;
          text-align: left }
        thead a { padding-block: 4px; text-decoration: none }
        thead a:hover { text-decoration: underline; color: var(--ink) }
        thead [aria-sort] a { color: var(--ink); font-weight: 600 }
        thead a span { font-size: .7em; margin-left: .35em }
        tbody tr:hover > * { background: var(--sunken) }
        tr.group th { padding-top: var(--s5); font-weight: 650; background: none }
        tfoot > tr > * { font-weight: 650; border-bottom: 0 }
        tfoot tr:first-child > * { border-top: 1px solid var(--ink) }
        tbody + tfoot tr:first-child > * { border-top-width: 1px }
        td .note, th .note { display: block; color: var(--quiet); font-size: var(--t0); font-weight: 400;
          white-space: normal }
        .void, .again, .again a { color: var(--quiet) }
        .again a { text-decoration-color: transparent }
        .again a:hover { color: var(--ink); text-decoration-color: currentColor }
        .pic { display: flex; gap: var(--s2); align-items: center; justify-content: flex-end }
        .pic svg { flex: none }
        .k-bar .pic { justify-content: flex-start }
        td.k-bar > .void { display: inline-block; width: 3.6em; text-align: right }
        .k-bar .pic > span { min-width: 3.6em; text-align: right }
        th.k-bar { text-align: left; padding-left: 20px }
        .mark { fill: var(--mark) } .stroke { fill: none; stroke: var(--mark) }
        .track { fill: var(--line) }
        .legend { color: var(--quiet); font-size: var(--t0); margin: var(--s2) 0 0 }
        section + p.quiet { margin-top: var(--s5) }
        .legend span:not(.unseen) + span { margin-left: var(--s4) }
        .dot { font-size: 1.5em; line-height: 0; font-weight: 700; vertical-align: -.08em }
        .scroll { position: relative; overflow-x: auto; overscroll-behavior-x: contain;
          background:
            linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 32px 100% no-repeat local,
            linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 32px 100% no-repeat local,
            linear-gradient(to right, rgb(0 0 0 / .16), transparent) 0 0 / 12px 100% no-repeat scroll,
            linear-gradient(to left, rgb(0 0 0 / .16), transparent) 100% 0 / 12px 100% no-repeat scroll }
        .scroll thead th, .scroll tbody tr:not(:hover) > * { background: none }
        @media (min-width: 721px) {
          tbody th:not([scope=rowgroup], .narrow) { min-width: 10rem }
          .scroll:not(.both) { overflow: visible; background: none }
          .scroll:not(.both) thead th { position: sticky; top: 0; z-index: 2; background: var(--paper) }
        }
        .both { max-height: 80vh; overflow: auto }
        .both table { width: max-content; min-width: 100% }
        .both :is(th, td):not(.n) { max-width: 22rem }
        .both tbody th:not(.narrow) { min-width: 9rem }
        .both thead th.n { max-width: 8rem }
        .both thead th { position: sticky; top: 0; z-index: 2; background: var(--paper) }
        .both :is(thead, tbody, tfoot) tr > :first-child { position: sticky; left: 0; z-index: 1;
          background: var(--paper); padding-right: var(--s4) }
        .both thead tr > :first-child { z-index: 3 }
        .pager { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center;
          color: var(--quiet); font-size: var(--t0); margin-top: var(--s4) }
        .pager a { color: var(--ink); padding: var(--s1) 0; min-height: 24px }
        """
}
