extension Stylesheet {
    /// Forms: one column, the label above, the error beside the field.
    static let forms = """
        form { margin: 0 }
        .form { max-width: 40rem }
        .form.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
          gap: 0 var(--s6); max-width: none; align-items: start }
        .form.pairs > :is(.errors, .buttons, .set, .more) { grid-column: 1 / -1 }
        @media (min-width: 40rem) {
          .form.lines fieldset.set { display: grid; grid-template-columns: 11rem 1fr; gap: 0 var(--s5);
            align-items: end }
        }
        .field, fieldset { margin: 0 0 var(--s5); padding: 0; border: 0; min-width: 0 }
        .field label, legend { display: block; font-weight: 600; padding: 0; margin-bottom: var(--s1) }
        legend { margin-bottom: var(--s2) }
        fieldset.set > .field:last-child { margin-bottom: 0 }
        fieldset.set > legend { font-size: var(--t2); font-weight: 650; letter-spacing: -.01em;
          margin-bottom: var(--s3) }
        .more { border-top: 1px solid var(--line); margin: 0 0 var(--s5) }
        .more > summary { padding: var(--s3) 0; font-weight: 600; cursor: pointer }
        .more[open] > summary { color: var(--quiet); font-weight: 400 }
        .field label small, legend small { font-weight: 400; color: var(--quiet) }
        .hint { color: var(--quiet); margin: 0 0 var(--s2); max-width: 60ch }
        .wrong { color: var(--wrong); font-weight: 600; margin: 0 0 var(--s2) }
        .has-error { border-left: 4px solid var(--wrong); padding-left: var(--s4) }
        input, select, textarea { font: inherit; color: var(--ink); background: var(--paper) }
        .input { display: block; width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--edge);
          border-radius: 6px }
        .has-error .input { border: 2px solid var(--wrong) }
        .input:focus-visible, .search input:focus-visible { outline-offset: 0 }
        .w-short { max-width: 8rem } .w-medium { max-width: 16rem } .w-long { max-width: 28rem }
        textarea.input { resize: vertical; line-height: 1.5 }
        input[type=file].input { padding: 8px; background: var(--sunken); border-style: dashed }
        input[type=file]::file-selector-button { font: inherit; font-weight: 600; color: var(--ink);
          background: var(--paper); border: 1px solid var(--edge); border-radius: 6px; padding: 4px 12px;
          margin-right: var(--s3) }
        .choice { display: grid; grid-template-columns: 24px 1fr; gap: 0 var(--s3); padding: 8px 0;
          align-items: start }
        .choice input { width: 22px; height: 22px; margin: 1px; accent-color: var(--ink) }
        .field .choice label { font-weight: 400; margin: 0 }
        .choice .hint { grid-column: 2; margin: 0 }
        .buttons { display: flex; flex-wrap: wrap; gap: var(--s3) var(--s4); align-items: center;
          margin-top: var(--s6) }
        .button { display: inline-flex; align-items: center; justify-content: center; min-height: 44px;
          padding: 9px 18px; font: inherit; font-weight: 600; line-height: 1.3; color: var(--paper);
          background: var(--ink); border: 1px solid transparent; border-radius: var(--round);
          text-decoration: none; cursor: pointer }
        .button:hover { background: color-mix(in srgb, var(--ink) 86%, var(--paper)) }
        .button.second { color: var(--ink); background: none; border-color: var(--edge) }
        .letter + .screen-only { margin-top: var(--s6) }
        .button.second:hover { background: var(--sunken) }
        .button.warning { color: var(--paper); background: var(--wrong) }
        .button.warning:hover { background: color-mix(in srgb, var(--wrong) 86%, var(--ink)) }
        .button.small { min-height: 34px; padding: 4px 12px; font-size: var(--t0); font-weight: 500 }
        .in-cell { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s2); max-width: 20rem }
        .in-cell label { display: block; font-size: var(--t-1); color: var(--quiet); margin-bottom: 2px }
        .in-cell .input { min-height: 36px; padding: 4px 8px; font-size: var(--t0) }
        .in-cell .whole { grid-column: 1 / -1 }
        .in-cell .button { grid-column: 1 / -1; justify-self: start }
        .errors { border: 2px solid var(--wrong); border-radius: var(--round); padding: var(--s4) 20px;
          margin: 0 0 var(--s6); max-width: 40rem }
        .errors h2 { margin: 0 0 var(--s2) }
        .errors ul { margin: 0; padding-left: 1.2em }
        .errors a { color: var(--wrong); font-weight: 600; text-decoration-color: currentColor }
        .filters { display: flex; flex-wrap: wrap; gap: var(--s3) var(--s4); align-items: end;
          margin: 0 0 var(--s5); padding: var(--s3) 0; border-block: 1px solid var(--line) }
        .filters > div { min-width: 0; max-width: 100% }
        .filters label { display: block; font-size: var(--t0); color: var(--quiet); margin-bottom: 2px }
        .filters .label { display: block; font-size: var(--t0); color: var(--quiet); margin-bottom: 2px }
        .filters .picker { position: relative }
        .filters .picker summary { cursor: pointer; min-width: 7rem; list-style: none; white-space: nowrap;
          overflow: hidden; text-overflow: ellipsis }
        .filters .picker .boxes { position: absolute; z-index: 5; min-width: 100%; max-height: 20rem;
          overflow-y: auto; background: var(--paper); border: 1px solid var(--edge); border-radius: 6px;
          padding: var(--s2) var(--s4) }
        .filters .picker .choice label { color: var(--ink); font-size: inherit; white-space: nowrap }
        .filters .input { min-height: 38px; padding: 4px 10px; width: auto; max-width: 16rem }
        .filters .button { min-height: 38px; padding: 4px 14px }
        .filters .clear { padding: 7px 0; font-size: var(--t0) }
        """
}
