package import Frame
import Kernel
import Tabular

/// Finds out what kind of file a file is.
struct FormatChoice {
    /// The formats of the house.
    let formats: [any ImportFormat.Type]
    /// Whether a page asks, where kinds and mappings are chosen from lists; a command has options for them.
    var isOnPage = false

    /// How much surer the best must be than the next.
    private static let lead = 5

    /// Below it a format only may fit: a person is asked.
    private static let sure = 30

    /// How sure each format is, the surest first; formats that do not know the files are left out.
    func candidates(_ files: [SourceFile]) -> [FormatCandidate] {
        let found = formats.compactMap { format -> FormatCandidate? in
            let score = files.map { best(format, $0) }.min() ?? 0
            return score > 0 ? FormatCandidate(format: format, score: score) : nil
        }
        return found.sorted { ($1.score, $0.format.name) < ($0.score, $1.format.name) }
    }

    /// The format of that name, or the one that is surest; a refusal with what to do where that is not clear.
    func choose(_ name: String?, _ files: [SourceFile]) throws(Refusal) -> any ImportFormat.Type {
        if let name { return try named(name) }
        let candidates = candidates(files)
        guard let first = candidates.first else { throw nothing(files) }
        let rivals = candidates.filter { $0.score > first.score - FormatChoice.lead }
        guard rivals.count == 1 else { throw question(rivals) }
        guard first.score >= FormatChoice.sure else { throw weak(first, files) }
        return first.format
    }

    private func named(_ name: String) throws(Refusal) -> any ImportFormat.Type {
        if let format = formats.first(where: { $0.name == name }) { return format }
        let names = formats.map { $0.name }.sorted().joined(separator: ", ")
        throw Refusal(
            .usage,
            Text(lv: "Nav importa formāta „\(name)”.", en: "There is no import format “\(name)”."),
            advice: Text(lv: "Izvēlieties kādu no šiem: \(names).", en: "Choose one of these: \(names).")
        )
    }

    private func best(_ format: any ImportFormat.Type, _ file: SourceFile) -> Int {
        file.sheets.map { head in format.recognise(head.sample(file.name)) }.max() ?? 0
    }

    /// The headings of the first sheet, as a sentence behind another.
    private func headings(_ files: [SourceFile]) -> Text {
        let seen = files.first?.sheets.first?.headings.filter { !$0.isEmpty }.joined(separator: " | ") ?? ""
        return seen.isEmpty
            ? Text(same: "")
            : Text(lv: " Atrastie virsraksti: \(seen).", en: " The headings found: \(seen).")
    }

    private func weak(_ candidate: FormatCandidate, _ files: [SourceFile]) -> Refusal {
        let (title, headings) = (candidate.format.title, self.headings(files))
        return Refusal(
            .usage,
            Text(
                lv: "Nav droši, kāda veida fails tas ir; varētu būt „\(title.lv)”.\(headings.lv)",
                en: "It is not certain what kind of file it is; it may be “\(title.en)”.\(headings.en)"
            ),
            advice: isOnPage ? FormatChoice.ofPage : FormatChoice.ofCommand
        )
    }

    private func nothing(_ files: [SourceFile]) -> Refusal {
        let headings = self.headings(files)
        return Refusal(
            .invalid,
            Text(
                lv: "Neviens zināms faila veids neatbilst šim failam.\(headings.lv)",
                en: "No known kind of file fits this file.\(headings.en)"
            ),
            advice: isOnPage ? FormatChoice.ofPage : FormatChoice.ofCommand
        )
    }

    private func question(_ rivals: [FormatCandidate]) -> Refusal {
        func names(_ language: Language) -> String {
            rivals.map { rival in
                let title = rival.format.title[language]
                return isOnPage
                    ? Text(lv: "„\(title)”", en: "“\(title)”")[language] : "\(rival.format.name) (\(title))"
            }
            .joined(separator: ", ")
        }
        return Refusal(
            .usage,
            Text(
                lv: "Fails var būt vairāku veidu: \(names(.lv)).",
                en: "The file may be of several kinds: \(names(.en))."
            ),
            advice: isOnPage
                ? Text(lv: "Izvēlieties, kurš tas ir.", en: "Choose which it is.")
                : Text(lv: "Norādiet, kurš tas ir: --format.", en: "Say which it is: --format.")
        )
    }

    private static let ofPage = Text(
        lv: "Izvēlieties faila veidu vai saglabātu kartējumu, vai izlabojiet virsrakstus failā.",
        en: "Choose the kind of file or a saved mapping, or mend the headings in the file."
    )
    private static let ofCommand = Text(
        lv: "Norādiet formātu (--format) vai saglabātu kartējumu (--mapping), vai izlabojiet virsrakstus.",
        en: "Name the format (--format) or a saved mapping (--mapping), or mend the headings."
    )
}

/// A format that knows the headings of a file.
package struct FormatCandidate: Sendable {
    /// The format.
    package let format: any ImportFormat.Type
    /// How sure it is, 1 to 100.
    package let score: Int
}

extension SheetHead {
    /// The top of the sheet as formats look at it.
    func sample(_ file: String) -> SheetSample {
        SheetSample(file: file, sheet: info.name, headings: headings, rows: rows)
    }
}
