package import Exchange
internal import Kernel

extension ImportWords {
    /// Rows of the file by which its letters can be judged before anything is saved; nil where there are none.
    package func rows(_ staged: StagedImport) -> String? {
        guard !staged.telling.isEmpty else { return nil }
        let heading = Text(
            lv: "Faila rindas, vispirms ar latviešu burtiem:",
            en: "Rows of the file, those with Latvian letters first of all:"
        )
        let lines = staged.telling.map { "  \(place($0.line)): \(plain($0.text))" }
        return ([heading[language]] + lines).joined(separator: "\n")
    }

    /// The first change of each kind, a line each; nil where nothing of any can be read.
    package func samples(_ samples: FirstSamples) -> String? {
        guard !samples.lines.isEmpty else { return nil }
        let heading = Text(lv: "Piemēri:", en: "Samples:")
        let lines = samples.lines.map { sample in
            let kind: Text =
                switch sample.kind {
                case .added: Text(lv: "jauns", en: "new")
                case .changed: Text(lv: "mainīsies", en: "changes")
                case .removed: Text(lv: "izdzēsts", en: "removed")
                }
            let line = sample.line > 0 ? ", \(place(sample.line))" : ""
            return "  \(name(sample.table)) (\(kind[language])\(line)): \(plain(sample.words))"
        }
        return ([heading[language]] + lines).joined(separator: "\n")
    }

    private func place(_ line: Int) -> String {
        Text(lv: "\(line). rinda", en: "line \(line)")[language]
    }
}
