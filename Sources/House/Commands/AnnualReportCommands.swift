import Foundation
package import Kernel
import Planning

/// What `sekme annual-report` does: a programme's report of a year as a file.
package struct AnnualReportCommands: Sendable {
    private let session: CommandSession

    /// Commands of a session.
    package init(_ session: CommandSession) {
        self.session = session
    }

    /// Writes the report to a file that is not there yet; its ending says what kind it is.
    package func write(_ programme: String, _ year: Int, to path: String, _ language: Language) async throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw Refusal.fileIsThere(path) }
        let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
        let bytes = try await AnnualReports(session.desk).file(programme, year, ending: ending, language)
        try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    }
}
