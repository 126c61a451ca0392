internal import Exchange
internal import Foundation
internal import Frame
package import Kernel

/// Brings the files of a board into a tenant, each as an import of its own.
struct DemoTables: Sendable {
    let desk: Desk
    let folder: String
    let plan: BoardPlan

    /// Imports all tables in their order.
    ///
    /// - Throws: a refusal where a line of the invented files was not accepted: the board and a format disagree.
    func load(progress: @escaping @Sendable (DemoProgress) -> Void) async throws {
        for table in BoardTable.allCases where try hasLines(table) {
            progress(.importing(table.fileName))
            try await load(table.fileName, format: table.format, mapping: table.mapping)
        }
        for table in PastTotals.all(plan) {
            progress(.importing(table.fileName))
            try await load(table.fileName, format: nil, mapping: table.mapping)
        }
        let list = StateList(plan: plan)
        progress(.importing(list.fileName))
        let year = ["year": list.year.description]
        try await load(list.fileName, format: nil, mapping: StateList.mapping, constants: year)
    }

    private func load(
        _ name: String,
        format: String?,
        mapping: String?,
        constants: [String: String] = [:]
    ) async throws {
        let importer = Importer(desk)
        let request = ImportRequest(
            files: LineFile.parts("\(folder)/\(name)"),
            format: format,
            mapping: mapping,
            constants: constants,
            yes: true
        )
        let staged = try await importer.stage(request)
        guard staged.plan.rejected == 0, staged.plan.unmatched == 0 else {
            throw refused(name, staged.plan)
        }
        try await importer.apply(staged)
    }

    /// Whether a table has more than its headings; a small board has no divided classes.
    private func hasLines(_ table: BoardTable) throws -> Bool {
        let path = "\(folder)/\(table.fileName)"
        let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return (bytes ?? 0) > table.headings.joined(separator: ",").utf8.count + 2
    }

    private func refused(_ name: String, _ plan: ImportPlan) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Parauga tabulā „\(name)” nav pieņemtas \(plan.rejected) rindas, nav atrasti "
                    + "\(plan.unmatched) nosaukumi.",
                en: "Of the demo's table “\(name)” \(plan.rejected) lines were rejected and "
                    + "\(plan.unmatched) names not found."
            ),
            advice: Text(
                lv: "Tā ir programmas kļūda; lūdzu, ziņojiet par to.",
                en: "It is a fault of the program; please report it."
            )
        )
    }
}

/// How far the making of the demo has come.
package enum DemoProgress: Sendable, Hashable {
    /// The board is being invented.
    case inventing
    /// A file is being imported.
    case importing(String)
    /// Signs of risk are being judged, month by month.
    case judging
    /// Accounts are being made.
    case accounts

    /// What is being done.
    package var words: Text {
        switch self {
        case .inventing: Text(lv: "Izdomā paraugu", en: "Inventing the board")
        case .importing(let name): Text(lv: "Importē: \(name)", en: "Importing: \(name)")
        case .judging: Text(lv: "Vērtē riska pazīmes", en: "Judging signs of risk")
        case .accounts: Text(lv: "Izveido kontus", en: "Making accounts")
        }
    }
}
