extension Stylesheet {
    /// What a page says when something happened, is missing, or goes on.
    static let states = """
        .notice { border-left: 4px solid var(--edge); background: var(--sunken); padding: 14px 18px;
          border-radius: 0 var(--round) var(--round) 0; max-width: 78ch; margin: 0 0 var(--s5) }
        .notice.attention { border-color: var(--attention) }
        .notice.success { border-color: var(--good) }
        form + .notice { margin-top: var(--s5) }
        .notice p { margin: 0 }
        .notice p + p { margin-top: var(--s1) }
        .empty { border: 1px dashed var(--edge); border-radius: 10px; padding: var(--s6) var(--s5);
          max-width: 44rem; margin: 0 0 var(--s5) }
        .empty h2 { margin: 0 0 var(--s1) }
        .empty p { color: var(--quiet) }
        .empty p:last-child { margin: 0 }
        .fault { max-width: 44rem; padding-block: var(--s5) }
        .fault .status { color: var(--quiet); font-size: var(--t0); margin: 0 0 var(--s2) }
        .progress { max-width: 40rem; margin: 0 0 var(--s5) }
        .progress label { display: flex; justify-content: space-between; gap: var(--s4); font-weight: 600;
          margin-bottom: var(--s2) }
        .progress label span { font-weight: 400; color: var(--quiet) }
        progress { appearance: none; display: block; width: 100%; height: 10px; border: 0; border-radius: 5px;
          overflow: hidden; background: var(--line); color: var(--data) }
        progress::-webkit-progress-bar { background: var(--line) }
        progress::-webkit-progress-value { background: var(--data) }
        progress::-moz-progress-bar { background: var(--data) }
        .progress p { color: var(--quiet); margin: var(--s2) 0 0 }
        dialog { color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 12px;
          padding: var(--s5); min-width: 20rem }
        dialog::backdrop { background: rgb(0 0 0 / .4) }
        dialog h2 { margin: 0 0 var(--s3) }
        kbd { font: inherit; font-size: var(--t0); padding: 1px 7px; border: 1px solid var(--edge);
          border-radius: 5px; background: var(--sunken) }
        """

    /// The phone: one column, the menu folded, wide things scroll inside their own box.
    static let phone = """
        @media (max-width: 1020px) {
          .search input { width: 8rem }
        }
        @media (max-width: 860px) {
          .nav { display: none } .nav-phone { display: block }
          .bar { gap: var(--s2); min-height: 56px; flex-wrap: wrap; padding-block: var(--s2) }
          .tools { display: contents } .languages { margin-left: auto }
          .tools > .menu > summary > span { max-width: 5.5rem; overflow: hidden; text-overflow: ellipsis }
          .nav-phone.menu { position: static; margin-left: calc(-1 * var(--s2)) }
          .nav-phone.menu > .sheet { position: absolute; left: 0; right: 0; top: 56px; border-radius: 0;
            border-inline: 0 }
          .nav-phone .sheet a { padding: var(--s3) var(--gutter) }
          .nav-phone .sheet a[aria-current] { font-weight: 600; box-shadow: inset 3px 0 var(--accent) }
        }
        @media screen and (max-width: 720px) {
          h1 { font-size: 1.6875rem }
          h2 { margin-top: 40px }
          main { padding-top: var(--s5) }
          .optional { display: none }
          .search { order: 9; flex: 1 1 100% } .search input { width: 100% }
          caption span { position: sticky; left: 0; max-width: calc(100vw - 2 * var(--gutter)) }
          th, td { padding-inline: 8px }
          .todo li { grid-template-columns: 64px 1fr } .todo strong { font-size: var(--t2) }
          .todo a { grid-column: 2; justify-self: start }
          .facts { display: block } .facts > div { display: block }
          .counts { grid-template-columns: 1fr 1fr }
          .steps li:not([aria-current]) > span { display: none }
          .steps li:not([aria-current])::before { margin-right: 0 }
          .steps li + li { margin-left: var(--s2) }
          .steps li + li::after { width: 12px; margin-right: var(--s2) }
          .buttons .button { flex: 1 1 100% }
          .filters > div { flex: 1 1 40% } .filters .input { width: 100%; max-width: none }
          .filters > div:has(.picker[open]) { flex-basis: 100% }
          .filters .picker .boxes { position: static } .filters .picker .choice label { white-space: normal }
          .scroll tbody th:not([scope=rowgroup], .narrow) { min-width: 9.5rem }
          .scroll td:not(.n, .narrow) { min-width: 7rem }
          .scroll :is(thead, tbody, tfoot) tr > :first-child { position: sticky; left: 0; z-index: 1;
            background: var(--paper); max-width: 46vw; padding-right: var(--s4) }
          .scroll td:not(.n) { max-width: 20rem }
          .stack :is(table, tbody, tfoot, tr) { display: block }
          .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
          .stack .scroll :is(tbody, tfoot) tr { padding: var(--s3) 0; border-bottom: 1px solid var(--line) }
          .stack .scroll :is(tbody, tfoot) tr.group { padding-bottom: var(--s1) }
          .stack .scroll :is(tbody, tfoot) tr > :not(.optional) { display: block; position: static; width: auto;
            min-width: 0; max-width: none; padding: 2px 0; border: 0; text-align: left; white-space: normal }
          .stack .scroll tbody tr > td:empty { display: none }
          .stack td[data-head]::before { content: attr(data-head) ": "; color: var(--quiet); font-size: var(--t0) }
          .stack tbody th[scope=row] { font-weight: 600 }
        }
        """

    /// Windows' high contrast: what only a background told gets an edge.
    static let forcedColours = """
        @media (forced-colors: active) {
          .button, .counts > div, .badge, progress { border: 1px solid ButtonText }
          :is(.nav, .tabs) a { border-color: Canvas }
          :is(.nav, .tabs) a[aria-current] { border-bottom: 3px solid Highlight }
          .mark { forced-color-adjust: none } .stroke, .chart .line { forced-color-adjust: none }
          .scroll { background: none }
        }
        """
}
