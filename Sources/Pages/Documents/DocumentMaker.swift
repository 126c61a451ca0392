internal import Foundation
internal import Kernel

/// Makes files of pages by programs of the system.
///
/// The page goes to the program as a file in a folder of its own that nobody else may read, and that is removed
/// afterwards. The program gets no network, an environment of its own, and limited time.
public struct DocumentMaker: Sendable {
    /// Where programs are looked for.
    let folders: [String]
    /// How long a program may take.
    let limit: Duration

    /// A maker that looks for programs in folders, by default those of the system.
    public init(folders: [String] = ["/usr/bin", "/usr/local/bin"], limit: Duration = .seconds(60)) {
        self.folders = folders
        self.limit = limit
    }

    /// Whether the program of a kind is there.
    public func has(_ kind: DocumentKind) -> Bool { path(kind.program) != nil }

    /// The file that the program of a kind makes of a whole page, dated by seconds since 1970.
    ///
    /// The same page of the same date gives the same bytes.
    ///
    /// - Throws: a `Refusal` that names the package to install, or says that the program failed or took too long.
    public func make(_ kind: DocumentKind, of page: HTML, dated date: Int = 0) async throws -> [UInt8] {
        guard let program = path(kind.program) else { throw Refusal.noProgram(kind) }
        let page = page.bytes
        let key = MadeDocuments.Key(program: program, page: page, date: date)
        return try await MadeDocuments.shared.file(key) { try await run(program, kind, page, date) }
    }

    private func run(
        _ program: String,
        _ kind: DocumentKind,
        _ page: [UInt8],
        _ date: Int
    ) async throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sekme-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(page).write(to: folder.appendingPathComponent(DocumentKind.input))
        let run = ProgramRun(folder: folder, limit: limit, date: date)
        let status = try await run.run(isolated([program] + kind.arguments))
        let file = folder.appendingPathComponent(DocumentKind.output)
        guard status == 0, let bytes = try? Data(contentsOf: file), !bytes.isEmpty else {
            throw Refusal.programFailed(kind, isLate: status == nil)
        }
        return Array(bytes)
    }

    private func path(_ program: String) -> String? {
        folders.map { "\($0)/\(program)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The command in a network of its own, which has nobody in it; where the system does not let us make one, the
    /// environment alone keeps the program from going out.
    private func isolated(_ command: [String]) -> [String] {
        let unshare = ["/usr/bin/unshare", "--map-root-user", "--net"]
        return DocumentMaker.canIsolate ? unshare + command : command
    }

    static let canIsolate: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = ["--map-root-user", "--net", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

extension Refusal {
    static func noProgram(_ kind: DocumentKind) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv: "Serverī nav programmas „\(kind.program)”, kas veido \(kind.ending.uppercased()) failus.",
                en:
                    "The server lacks the program “\(kind.program)”, which makes \(kind.ending.uppercased()) files."
            ),
            advice: Text(
                lv:
                    "Servera uzturētājam jāuzstāda Debian pakotne „\(kind.source)”: apt install \(kind.source).",
                en: "Whoever keeps the server installs the Debian package: apt install \(kind.source)."
            )
        )
    }

    static func programFailed(_ kind: DocumentKind, isLate: Bool) -> Refusal {
        Refusal(
            .invalid,
            isLate
                ? Text(
                    lv: "Programma „\(kind.program)” failu laikā neizveidoja.",
                    en: "The program “\(kind.program)” did not make the file in time."
                )
                : Text(
                    lv: "Programma „\(kind.program)” failu neizveidoja.",
                    en: "The program “\(kind.program)” did not make the file."
                ),
            advice: Text(
                lv:
                    "Mēģiniet vēlreiz; ja tas atkārtojas, servera uzturētājam jāpārbauda pakotne „\(kind.source)”.",
                en:
                    "Try again; if it happens again, whoever keeps the server checks the package “\(kind.source)”."
            )
        )
    }
}
