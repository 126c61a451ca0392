extension Stylesheet {
    /// The frame of a page: the bar, the navigation, the footer.
    static let shell = """
        .skip { position: absolute; left: var(--s4); top: -80px; z-index: 20; padding: var(--s3) var(--s4);
          background: var(--ink); color: var(--paper); border-radius: 0 0 var(--round) var(--round) }
        .skip:focus { top: 0 }
        .bar, .crumbs, main, .foot { padding-inline: max(var(--gutter), (100% - var(--page)) / 2 + var(--gutter)) }
        .bar { display: flex; align-items: center; gap: var(--s4); min-height: 64px;
          border-bottom: 1px solid var(--line) }
        .brand { font-size: var(--t2); font-weight: 700; letter-spacing: -.02em; color: var(--accent);
          text-decoration: none; padding-block: var(--s1) }
        .bar ul { display: flex; flex-wrap: wrap; gap: 0 12px; list-style: none; margin: 0; padding: 0 }
        .nav { flex: 1; min-width: 0; display: flex; align-items: center; gap: 12px }
        .nav > ul a { white-space: nowrap }
        .nav > .menu > .sheet { right: auto; left: 0 }
        .nav > ul a { display: block; padding: 20px 0 18px; color: var(--quiet); text-decoration: none;
          border-bottom: 2px solid transparent; margin-bottom: -1px }
        .nav > ul a:hover { color: var(--ink) }
        .nav > ul a[aria-current] { color: var(--ink); border-color: var(--accent) }
        .sheet a[aria-current] { font-weight: 600 }
        .tools { flex: none; display: flex; align-items: center; gap: var(--s3); margin-left: auto; font-size: var(--t0) }
        .languages { display: flex; gap: 0 }
        .languages a { display: grid; place-items: center; min-width: 28px; min-height: 28px; color: var(--quiet);
          text-decoration: none }
        .languages a[aria-current] { color: var(--ink); font-weight: 600 }
        .languages a:hover { text-decoration: underline }
        .search { display: flex }
        .search input { font: inherit; width: 7rem; min-height: 34px; padding: 4px 10px; color: var(--ink);
          background: var(--sunken); border: 1px solid transparent; border-bottom-color: var(--edge);
          border-radius: 6px 6px 0 0 }
        .search input::placeholder { color: var(--quiet); opacity: 1 }
        .nav-phone { display: none }
        .crumbs { padding-top: var(--s4); font-size: var(--t0); color: var(--quiet) }
        .crumbs ol { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); list-style: none; margin: 0;
          padding: 0; align-items: baseline }
        .crumbs li + li::before { content: "›"; margin-right: var(--s2) }
        .crumbs a { display: inline-block; padding-block: 2px; min-height: 24px }
        main { padding-block: 40px var(--s8); min-height: 60vh }
        .crumbs + main { padding-top: var(--s5) }
        main:focus { outline: none }
        .foot { border-top: 1px solid var(--line); padding-block: var(--s5) var(--s7); color: var(--quiet);
          font-size: var(--t0); display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5) }
        .foot p { margin: 0; flex: 1 1 24rem; max-width: none }
        .foot ul { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); list-style: none; margin: 0;
          padding: 0 }
        .foot a { display: inline-block; min-height: 24px }
        .print-head, .on-paper { display: none }
        .menu { position: relative }
        .menu > summary { display: flex; align-items: center; min-height: 34px; padding: 0 var(--s2);
          border-radius: 6px; cursor: pointer; color: var(--quiet); list-style: none; font-size: var(--t0); white-space: nowrap }
        .menu > summary::-webkit-details-marker { display: none }
        .menu > summary::after { content: ""; width: 7px; height: 7px; margin: -4px 2px 0 var(--s2);
          border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: 45deg }
        .menu > summary:hover, .menu[open] > summary { background: var(--sunken); color: var(--ink) }
        .menu > .sheet { position: absolute; right: 0; top: calc(100% + 6px); z-index: 10; min-width: 15rem;
          padding: var(--s2) 0; background: var(--paper); border: 1px solid var(--line);
          border-radius: var(--round); box-shadow: 0 8px 24px rgb(0 0 0 / .12) }
        .nav > .menu > summary { min-height: 64px; font-size: inherit; padding: 2px 0 0; border-radius: 0;
          border-bottom: 2px solid transparent; margin-bottom: -1px }
        .nav > .menu > summary:hover, .nav > .menu[open] > summary { background: none }
        .nav > .menu.here > summary { color: var(--ink); border-color: var(--accent) }
        .sheet p { margin: 0; padding: var(--s2) var(--s4); color: var(--quiet); white-space: nowrap }
        .sheet p strong { color: var(--ink); display: block }
        .sheet ul { display: block; list-style: none; margin: 0; padding: 0 }
        .sheet a, .sheet button { display: block; width: 100%; padding: var(--s2) var(--s4); font: inherit;
          text-align: left; color: var(--ink); background: none; border: 0; text-decoration: none;
          cursor: pointer }
        .sheet a:hover, .sheet button:hover { background: var(--sunken) }
        .head { display: flex; flex-wrap: wrap; gap: var(--s3) var(--s5); align-items: start;
          justify-content: space-between; margin-bottom: var(--s5) }
        .head > div:first-child { flex: 1 1 28rem }
        .head .lede { margin: 0 }
        .actions .menu > summary { border: 1px solid var(--edge); color: var(--ink); padding-inline: var(--s3) }
        .actions { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s3); align-items: center }
        """
}
