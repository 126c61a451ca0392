extension Stylesheet {
    /// The scales of type and space, and the bare elements.
    static let base = """
        :root {
          --t-1: .8125rem; --t0: .875rem; --t1: 1rem; --t2: 1.25rem; --t3: 1.625rem; --t4: 2.125rem;
          --s1: 4px; --s2: 8px; --s3: 12px; --s4: 16px; --s5: 24px; --s6: 32px; --s7: 48px; --s8: 72px;
          --gutter: clamp(16px, 4vw, 24px); --page: 1120px; --round: 8px;
          --font: Inter, system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
        }
        *, ::before, ::after { box-sizing: border-box }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 64px }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 400 var(--t1)/1.5 var(--font);
          font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word }
        h1, h2, h3 { font-weight: 650; text-wrap: balance }
        h1 { font-size: var(--t4); line-height: 1.15; letter-spacing: -.025em; margin: 0 0 var(--s2) }
        h2 { font-size: var(--t2); line-height: 1.3; letter-spacing: -.01em; margin: var(--s7) 0 var(--s3) }
        h3 { font-size: var(--t1); line-height: 1.4; margin: var(--s5) 0 var(--s2) }
        p { margin: 0 0 var(--s4); max-width: 72ch; text-wrap: pretty }
        a { color: inherit; text-decoration-color: var(--edge); text-underline-offset: 3px;
          text-decoration-thickness: 1px }
        a:hover { text-decoration-color: currentColor; text-decoration-thickness: 2px }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px }
        small { font-size: var(--t0) }
        svg { display: block }
        .lede { color: var(--quiet); max-width: 72ch; margin: 0 0 var(--s3) }
        .quiet { color: var(--quiet) }
        .flag { color: var(--attention); font-weight: 600 }
        .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap }
        html:not(.js) .js-only { display: none }
        [hidden] { display: none !important }
        @media (prefers-reduced-motion: no-preference) {
          a, .button, summary { transition: background-color .12s, text-decoration-color .12s }
        }
        """
}
