package import Exchange
import Foundation
import Frame
package import Kernel

/// What `sekme import --rejected` does: the lines that were not taken over as a file to mend.
package struct RejectedCommands: Sendable {
    private let session: CommandSession

    /// Commands of a session.
    package init(_ session: CommandSession) {
        self.session = session
    }

    /// Refuses a place where no file can be made, before large files are read for it.
    package static func requirePlace(_ path: String) throws(Refusal) {
        guard !FileManager.default.fileExists(atPath: path) else { throw Refusal.fileIsThere(path) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else { throw Refusal.noPlace(path) }
    }

    /// Writes the lines to a file that is not there yet, where the guard of exports permits; none where nothing was
    /// rejected.
    ///
    /// Where the file cannot be had, the import is given up: whoever asked for both would take half of it for done.
    ///
    /// - Returns: the number of lines of the files that it has.
    package func write(_ staged: StagedImport, to path: String, reason: String) async throws -> Int {
        do {
            let (lines, bytes) = try await RejectedExport(session.desk).file(of: staged, reason: reason)
            if lines > 0 { try RejectedCommands.make(path, bytes) }
            return lines
        } catch {
            try? await Importer(session.desk).discard(staged.id)
            guard let refusal = error as? Refusal else { throw error }
            throw explained(refusal)
        }
    }

    /// A file that nobody but its owner may read, there as a whole or not at all.
    private static func make(_ path: String, _ bytes: [UInt8]) throws {
        let draft = path + ".part"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        let isMade = FileManager.default.createFile(
            atPath: draft,
            contents: Data(bytes),
            attributes: [.posixPermissions: 0o600]
        )
        guard isMade else { throw Refusal.noPlace(path) }
        try FileManager.default.moveItem(atPath: draft, toPath: path)
    }

    /// The refusal with what it means for the import.
    private func explained(_ refusal: Refusal) -> Refusal {
        let lacksLeave =
            refusal.kind == .forbidden
            && session.desk.asker.reach(.exportPersons, on: session.desk.today).isEmpty
        let way =
            lacksLeave
            ? Text(
                lv:
                    " Ar --as norādiet kontu, kas drīkst eksportēt personas datus, vai importējiet bez --rejected.",
                en: " Name an account with --as that may export persons, or import without --rejected."
            )
            : Text(
                lv: " Bez --rejected failus var importēt uzreiz.",
                en: " Without --rejected the files can be imported at once."
            )
        return Refusal(
            refusal.kind,
            refusal.message + Text(lv: " Nekas nav saglabāts.", en: " Nothing was saved."),
            advice: refusal.advice + way
        )
    }
}

extension Refusal {
    fileprivate static func noPlace(_ path: String) -> Refusal {
        Refusal(
            .invalid,
            Text(lv: "Failu \(path) nevar izveidot.", en: "The file \(path) cannot be made."),
            advice: Text(
                lv: "Pārbaudiet, vai mape pastāv, vai tajā drīkst rakstīt un vai diskā ir brīva vieta.",
                en: "Check that the folder exists, may be written to and has room left."
            )
        )
    }
}
