import Foundation
import RegexBuilder

/// What the document says of the bodies, and how it measures what came of activities.
extension Document004 {
    /// The model of bodies working together, section 3.1: each with its duties.
    func parties(_ out: inout ProgrammeText) {
        let names = [
            "Izglītības pārvalde", "Izglītības iestādes", "Valsts policija", "Sociālais dienests",
            "ARPC \"Zeimuļš\"",
        ]
        let duties = between("### 3.1.", "### 3.2.").split(separator: "\n").compactMap { line -> String? in
            guard let list = line.firstMatch(of: #/<b><u>.+</u></b>\t(.+)/#)?.1 else { return nil }
            return list.replacing(#/<[^>]+>/#, with: "\n").split(separator: "\n")
                .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " •-")) }
                .filter { !$0.isEmpty }
                .joined(separator: "; ")
        }
        for (index, body) in zip(names, duties).enumerated() {
            out.add(
                "iesaistītā puse",
                String(index + 1),
                [
                    "name": body.0, "type": index == 1 ? "every-institution" : "other", "result": body.1,
                ]
            )
        }
        // Where one answers for an activity, it is called so.
        out.add(
            "iesaistītā puse",
            String(names.count + 1),
            ["name": "Izglītības iestāde", "type": "every-institution"]
        )
    }

    /// The table for what came of each activity, section 4.4: it is published empty, with what was planned.
    func outcomes(_ out: inout ProgrammeText) {
        let part = between("(sasniegtā vērtība atbilstoši rezultatīvajiem rādītājiem)", "#### 4.5.")
        var planned: [String] = []
        for line in part.split(separator: "\n") {
            let row = cells(line).filter { !$0.isEmpty }
            guard row.count > 1, let first = row[0].first, let result = row.last else { continue }
            // What a page break tore off goes on in small letters.
            if first.isLowercase, let before = planned.popLast() {
                planned.append("\(before) \(result)")
            } else {
                planned.append(result)
            }
        }
        let activities = out.lines.filter { $0["row"] == "aktivitāte" }.compactMap { $0["number"] }
        for (index, result) in planned.enumerated() {
            // The last row is about the second activity of the seventh goal; its first one has none.
            let activity = index < 12 ? activities[index] : "7.2"
            out.add("rezultāts", of: activity, ["year": "2024", "result": result, "done": ""])
        }
    }
}
