extension Stylesheet {
    /// The smaller parts: lists of things to do, counts, steps, tabs.
    static let parts = """
        .todo { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
        .todo li { display: grid; grid-template-columns: 72px 1fr auto; gap: 2px var(--s4); padding: 14px 0;
          border-bottom: 1px solid var(--line); align-items: baseline }
        .todo strong { font-size: 1.375rem; line-height: 1.2; letter-spacing: -.02em; font-weight: 650;
          white-space: nowrap }
        .todo .late strong { color: var(--attention) }
        .todo p { margin: 0 }
        .todo a { white-space: nowrap; min-height: 24px }
        .index { list-style: none; margin: 0 0 var(--s5); padding: 0 }
        .index > li { padding: var(--s2) 0; break-inside: avoid }
        .index p { margin: 2px 0 0; color: var(--quiet) }
        .index.tight > li { padding: 3px 0 }
        @media (min-width: 721px) {
          .index.wide { columns: 2; column-gap: var(--s7) }
        }
        .tasks { list-style: none; margin: 0 0 var(--s5); padding: 0; max-width: 46rem;
          border-top: 1px solid var(--line) }
        .tasks > li { border-bottom: 1px solid var(--line); padding: var(--s4) 0 }
        .tasks > li > p { margin: 0 0 2px }
        .tasks summary { padding: var(--s1) 0; font-weight: 600; cursor: pointer }
        .tasks form { padding-top: var(--s3) }
        main > details { border-bottom: 1px solid var(--line); max-width: 46rem }
        main > details > summary { padding: var(--s3) 0; font-weight: 600; cursor: pointer }
        main > details > form { padding: var(--s3) 0 var(--s5) }
        .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
          border: 1px solid var(--line); border-radius: 10px; overflow: hidden;
          margin: var(--s5) 0; padding: 0 }
        .counts > div { display: flex; flex-direction: column-reverse; justify-content: flex-end;
          padding: var(--s4) 20px;
          box-shadow: 1px 0 var(--line), 0 1px var(--line) }
        .counts dt { color: var(--quiet) }
        .counts dd { margin: 0; font-size: var(--t3); line-height: 1.25; font-weight: 650;
          letter-spacing: -.02em }
        .counts .late dd { color: var(--attention) }
        .counts dd a { text-decoration-color: transparent }
        .counts dd a:hover { text-decoration-color: currentColor }
        .counts .note { display: block; font-size: var(--t-1); margin-top: 2px }
        .steps { display: flex; flex-wrap: wrap; gap: var(--s2) 0; list-style: none; margin: 0 0 var(--s5);
          padding: 0; color: var(--quiet); counter-reset: step }
        .steps li { display: flex; align-items: center; counter-increment: step }
        .steps li::before { content: counter(step); display: grid; place-items: center; width: 26px;
          height: 26px; margin-right: var(--s2); border: 1px solid var(--edge); border-radius: 50%;
          font-size: var(--t-1) }
        .steps li + li { margin-left: var(--s4) }
        .steps li + li::after { content: ""; order: -1; width: 28px; height: 1px; background: var(--edge);
          margin-right: var(--s4) }
        .steps .done { color: var(--ink) }
        .steps .done::before { content: "✓"; border-color: var(--ink) }
        .steps [aria-current] { color: var(--ink); font-weight: 600 }
        .steps [aria-current]::before { background: var(--ink); color: var(--paper); border-color: var(--ink) }
        .tabs { border-bottom: 1px solid var(--line); margin: 0 0 var(--s5); overflow-x: auto }
        .tabs ul { display: flex; gap: var(--s5); list-style: none; margin: 0; padding: 0 }
        .tabs a { display: block; padding: var(--s3) 0 10px; color: var(--quiet); text-decoration: none;
          white-space: nowrap; border-bottom: 2px solid transparent }
        .tabs a:focus-visible { outline-offset: -3px }
        .tabs a:hover { color: var(--ink) }
        .tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--ink) }
        .facts { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; margin: 0 0 var(--s5) }
        .facts > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; column-gap: var(--s4);
          padding: 10px 0; border-bottom: 1px solid var(--line) }
        .facts dt { color: var(--quiet) }
        .facts dd { margin: 0; min-width: 0 }
        .badge { display: inline-block; font-size: var(--t-1); line-height: 1.4; font-weight: 500;
          padding: 1px 8px; border-radius: 99px; border: 1px solid var(--edge); color: var(--quiet);
          white-space: nowrap }
        .badge.attention { color: var(--attention); border-color: currentColor }
        .badge.good { color: var(--good); border-color: currentColor }
        .badge.wrong { color: var(--wrong); border-color: currentColor; margin: 0 }
        .ways { list-style: none; margin: 0; padding: 0; columns: 20rem auto; column-gap: var(--s6) }
        .ways li { break-inside: avoid; padding: 6px 0 }
        """
}
