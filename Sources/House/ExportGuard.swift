import Access
import Frame
import Kernel

/// Reports that show persons leave as files only through the guard of exports.
struct ExportGuard {
    let desk: Desk

    /// The report with the mark of who took it out; a refusal where it has to wait for a second person.
    ///
    /// A report that shows nobody passes as it is.
    func pass(_ answer: AnsweredReport, reason: String) async throws -> AnsweredReport {
        switch try await ask(answer, reason: reason) {
        case .permitted(let permit)?: return answer.marked(permit)
        case .needsReason(let ceiling)?: throw Refusal.exportNeedsReason(ceiling)
        case .waits(let number)?: throw Refusal.exportWaits(number)
        case nil: return answer
        }
    }

    /// What the guard says; nil where the report shows nobody.
    func ask(_ answer: AnsweredReport, reason: String) async throws -> ExportOutcome? {
        let staff = answer.staff
        guard !answer.persons.isEmpty || !staff.isEmpty else { return nil }
        return try await PersonExports(desk).ask(
            "\(answer.id) \(answer.selection.year)",
            answer.persons,
            staff: staff,
            in: answer.selection.exportScope,
            reason: reason
        )
    }
}

extension Selection {
    /// What exported persons are in: the part chosen, or the only part that the asker reaches at all.
    var exportScope: Scope {
        guard scope == .tenant, !reach.everything else { return scope }
        if reach.institutions.count == 1, reach.classes.isEmpty {
            return Scope(institution: reach.institutions.first)
        }
        if reach.classes.count == 1, reach.institutions.isEmpty {
            return Scope(classGroup: reach.classes.first)
        }
        return .tenant
    }
}

extension AnsweredReport {
    /// The report with the mark of who took it out.
    func marked(_ permit: ExportPermit) -> AnsweredReport {
        var report = self
        report.document.notes.append(permit.watermark)
        report.watermark = permit.watermark
        return report
    }
}
