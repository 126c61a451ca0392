internal import Kernel
internal import Tabular

/// The demo's programme of prevention as lines of its table: five years, the second of which is running.
///
/// Its events come from the dice of each institution: some hold more than they have to, one holds too few.
struct DemoProgramme {
    static let headings = [
        "programme", "row", "number", "parent", "name", "aim", "result", "level", "responsible", "involved",
        "years",
        "from", "to", "doer", "supervisor", "person", "state", "human", "support", "finance", "source",
        "unit",
        "noun", "base", "base_due", "origin", "measure", "year", "way", "amount", "least", "most", "rhythm",
        "in_each",
        "spent", "done", "impact", "factors", "date", "decision", "protocol", "type", "participants",
        "institution", "note",
    ]

    let plan: BoardPlan

    typealias Cells = [String: TableCell]

    var first: Int { plan.today.parts.year - 1 }
    var start: Day { Day(first, 1, 1) ?? plan.today }
    var end: Day { Day(first + 4, 12, 31) ?? plan.today }

    /// The lines, each with its cells in the order of the headings.
    var rows: [[TableCell]] {
        let lines =
            [head] + approvals + bodies + goals + work + resources + outcomes + indicators + money + events
            + steps
        return lines.map { line in DemoProgramme.headings.map { line[$0] ?? .blank } }
    }

    func line(_ part: String, _ cells: Cells) -> Cells {
        cells.merging(["programme": .text("PMP-\(first)"), "row": .text(part)]) { own, _ in own }
    }

    private var head: Cells {
        line(
            "programme",
            [
                "name": .text("Neviens nepazūd: PMP prevencijas programma \(first)–\(first + 4)"),
                "aim": .text("Katrs novada izglītojamais pabeidz pamatizglītību un turpina mācības."),
                "result": .text("Riskus pamana laikus, un palīdzība ir saskaņota."),
                "type": .text("prevention"),
                "state": .text("approved"), "from": .day(start), "to": .day(end), "decision": .text("214"),
                "date": .day(start - 20), "protocol": .text("Nr. 12, 4. §"),
            ]
        )
    }

    /// The way of the decision: who looked the programme through before the council decided, and when.
    private var approvals: [Cells] {
        let bodies = [
            ("Izglītības komisija", 51, "Nr. 9, 3. §", "Izskata arī programmas gada pārskatus."),
            ("Ekonomikas un budžeta komisija", 36, "Nr. 11, 2. §", ""),
            ("Finanšu komiteja", 22, "Nr. 14, 5. §", ""),
            ("Novada dome", 20, "Nr. 12, 4. §", "Lēmums Nr. 214."),
        ]
        return bodies.enumerated().map { index, body in
            line(
                "approval",
                [
                    "number": .integer(index + 1), "name": .text(body.0), "date": .day(start - body.1),
                    "decision": .text(body.2), "note": body.3.isEmpty ? .blank : .text(body.3),
                ]
            )
        }
    }

    private var bodies: [Cells] {
        let bodies = [
            ("Izglītības iestādes", "every-institution", "Pamana riskus, strādā ar klasi un ģimeni"),
            ("Izglītības pārvalde", "other", "Koordinē, apkopo ziņas, uzrauga programmu"),
            ("Sociālais dienests", "other", "Sniedz psihosociālu palīdzību, vada sociālos gadījumus"),
            ("Jauniešu centrs", "other", "Rīko ārpusstundu pasākumus"),
        ]
        return bodies.enumerated().map { index, body in
            line(
                "party",
                [
                    "number": .integer(index + 1), "name": .text(body.0), "type": .text(body.1),
                    "result": .text(body.2),
                ]
            )
        }
    }

    private var goals: [Cells] {
        ProgrammeWords.goals.enumerated().map { index, goal in
            line(
                "goal",
                [
                    "number": .integer(index + 1), "name": .text(goal.name), "level": .text(goal.level),
                    "result": .text(goal.result),
                ]
            )
        }
    }

    /// Activities with their numbers: 1.1, 1.2, 2.1.
    var activities: [(number: String, goal: Int, words: ProgrammeWords.Activity)] {
        ProgrammeWords.activities.enumerated().flatMap { goal, activities in
            activities.enumerated().map { ("\(goal + 1).\($0 + 1)", goal, $1) }
        }
    }

}
