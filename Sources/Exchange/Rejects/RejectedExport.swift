import Access
import Crypto
package import Frame
import Kernel

/// Rejected lines leave through the guard of exports, where they may tell of persons.
package struct RejectedExport: Sendable {
    let desk: Desk

    /// The way out of an asker's imports.
    package init(_ desk: Desk) {
        self.desk = desk
    }

    /// The file for a command, with the mark of who takes it out, and how many lines of the files it has.
    ///
    /// A command reads its files anew each time, as another import. Leave is asked for what they hold, so that an
    /// approval is good for the command that is typed again.
    package func file(
        of staged: StagedImport,
        reason: String
    ) async throws -> (lines: Int, bytes: [UInt8]) {
        let (plain, outcome) = try await ask(staged, "\(AuditWords.rejectedFiles)\(staged.content)", reason)
        var file = plain
        switch outcome {
        case .needsReason(let ceiling)?: throw Refusal.exportNeedsReason(ceiling)
        case .waits(let number)?: throw Refusal.exportWaits(number)
        case .permitted(let permit)?: file.mark = permit.watermark
        case nil: break
        }
        return (file.count, try file.bytes())
    }

    /// The file for a page, and what the guard says; nil where its lines are about nobody.
    func ask(_ id: ImportID, reason: String) async throws -> (file: RejectedFile, outcome: ExportOutcome?) {
        try await ask(try await Importer(desk).find(id), String(id.rawValue), reason)
    }

    private func ask(
        _ staged: StagedImport,
        _ which: String,
        _ reason: String
    ) async throws -> (file: RejectedFile, outcome: ExportOutcome?) {
        let file = try await Importer(desk).rejectedFile(staged.id)
        let count = file.count
        guard count > 0, desk.house.mayTellOfPersons(staged.plan) else { return (file, nil) }
        let outcome = try await PersonExports(desk).ask(
            "\(AuditWords.rejected) \(which)",
            [],
            lines: count,
            in: staged.institution.map { Scope(institution: $0) } ?? .tenant,
            reason: reason
        )
        return (file, outcome)
    }
}

extension StagedImport {
    /// What its files hold, in one word without their names, which may be persons': the same whenever they are read.
    fileprivate var content: String {
        let digests = files.map(\.sha256).sorted()
        guard digests.count > 1 else { return String((digests.first ?? "").prefix(16)) }
        let whole = SHA256.hash(data: Array(digests.joined(separator: " ").utf8))
        return String(SourceFile.digits(whole).prefix(16))
    }
}
