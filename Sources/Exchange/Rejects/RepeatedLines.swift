import Frame
import Kernel
import Tabular

/// Turns lines with one key into findings: each names the other.
struct RepeatedLines {
    let files: [SourceFile]

    /// A rejected line for each line of a repeated key, as it stood in its file.
    func lines(_ repeats: [RepeatedKey]) throws -> [RejectedLine] {
        guard !repeats.isEmpty else { return [] }
        let places = Set(repeats.flatMap { [$0.first.wholeLine, $0.other.wholeLine] })
        let cells = try LineFetcher(files: files).cells(Array(places))
        var named: Set<SourcePlace> = []
        var out: [RejectedLine] = []
        for item in repeats {
            for (place, other) in [(item.first, item.other), (item.other, item.first)]
            where named.insert(place).inserted {
                let problem = problem(place, other, item.isSame)
                let line = cells[place.wholeLine] ?? []
                out.append(RejectedLine(kind: .rejected, problem: problem, source: place, cells: line))
            }
        }
        return out
    }

    private func problem(_ place: SourcePlace, _ other: SourcePlace, _ isSame: Bool) -> Problem {
        let second = words(other).words
        let advice = Text(
            lv: "Atstājiet vienu no šīm rindām vai norādiet kartējumā, kura ir noteicošā.",
            en: "Keep one of these lines, or say in the mapping which of them counts."
        )
        let message =
            isSame
            ? Text(
                lv: "Rinda atkārtojas; tāda pati: \(second.lv).",
                en: "The line is repeated: \(second.en) says the same."
            )
            : Text(
                lv: "Rindas ir pretrunā; citas ziņas par to pašu: \(second.lv).",
                en: "The lines contradict each other: \(second.en) says something else about the same."
            )
        return Problem(isSame ? "key.repeated" : "key.contradicts", at: words(place), message, advice: advice)
    }

    private func words(_ place: SourcePlace) -> Place {
        let file = files.indices.contains(place.file) ? files[place.file] : nil
        let sheets = file?.table.sheets ?? []
        let sheet = sheets.indices.contains(place.sheet) ? sheets[place.sheet].name : ""
        return Place(file: file?.name ?? "", sheet: sheet.isEmpty ? nil : sheet, line: place.line)
    }
}

extension SourcePlace {
    /// The place without its column.
    var wholeLine: SourcePlace { SourcePlace(file: file, sheet: sheet, line: line) }
}
