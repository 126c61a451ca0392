/// The design language: a calm page, one accent, tabular figures, hairlines, room to breathe.
enum Stylesheet {
    /// The whole sheet, joined once.
    static let text = [
        tokens, base, shell, tables, charts, forms, parts, halves, lanes, states, phone, forcedColours, print,
        sheets,
    ].joined(separator: "\n")

    /// The colours: plain values for old browsers, then both themes in one declaration.
    static let tokens: String = {
        let plain = Palette.tokens.map { "--\($0.name):\($0.light.hex)" }.joined(separator: ";")
        let both = Palette.tokens
            .map { "--\($0.name):light-dark(\($0.light.hex),\($0.dark.hex))" }
            .joined(separator: ";")
        let classes = Meaning.allCases.map { meaning in
            let name = meaning.rawValue
            return
                ".m-\(name){--mark:var(--\(name));--mark-text:var(--\(name)-text);--mark-on:var(--on-\(name))}"
        }
        return """
            :root{color-scheme:light dark;\(plain)}
            @supports(color:light-dark(#fff,#000)){:root{\(both)}}
            \(classes.joined(separator: "\n"))
            """
    }()
}
