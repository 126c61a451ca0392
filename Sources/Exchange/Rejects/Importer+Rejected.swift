package import Frame
package import Kernel
import Storage

extension Importer {
    /// What was not taken over in an import, from the first finding on; without doubts, only that.
    ///
    /// The values in it are personal data: show them to those who may import, and log none.
    package func findings(
        _ id: ImportID,
        limit: Int = 100,
        withDoubts: Bool = true
    ) async throws -> [Finding] {
        _ = try await own(id)
        let rejects = RejectStore(tenant: desk.tenant, importID: id.rawValue)
        let besides: RejectedLine.Kind? = withDoubts ? nil : .doubtful
        return try await desk.database.state.read { try rejects.lines(limit: limit, besides: besides, $0) }
            .map(Finding.init)
    }

    /// What was not taken over, as a CSV file that can be mended and fed in again.
    package func rejected(_ id: ImportID) async throws -> [UInt8] {
        try await rejectedFile(id).bytes()
    }

    func rejectedFile(_ id: ImportID) async throws -> RejectedFile {
        let record = try await own(id)
        let rejects = RejectStore(tenant: desk.tenant, importID: id.rawValue)
        let lines = try await desk.database.state.read { try rejects.lines($0) }
            .filter { $0.kind != .doubtful }
        var headings: [SourcePlace: [String]] = [:]
        for (packed, names) in record.plan?.headings ?? [:] { headings[SourcePlace(packed: packed)] = names }
        return RejectedFile(lines: lines, headings: headings, language: desk.asker.language)
    }
}

/// A line or value that was not taken over.
package struct Finding: Sendable, Hashable {
    /// Why it is kept aside.
    package enum Kind: Sendable {
        /// It cannot be read, or contradicts another line.
        case rejected
        /// It is about somebody or something that is not in the registers.
        case unmatched
        /// It gave nothing, after something before was not found.
        case idle
        /// It is taken over, once a person has looked at it.
        case doubtful
    }

    /// Why it is kept aside.
    package let kind: Kind
    /// What is wrong, where, and what to do.
    package let problem: Problem
    /// Its place in the files.
    package let source: SourcePlace

    init(_ line: RejectedLine) {
        kind =
            switch line.kind {
            case .rejected: .rejected
            case .unmatched: .unmatched
            case .idle: .idle
            case .doubtful: .doubtful
            }
        problem = line.problem
        source = line.source
    }
}
