import Access
import ArgumentParser
import Foundation
import Frame
import House
import Kernel

struct AuditCommand: AsyncParsableCommand, CommandFamily {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The record of reads and changes.",
        subcommands: CommandTree.of([AuditVerify.self, AuditListing.self, AuditAnchoring.self])
    )
}

struct AuditVerify: OpeningCommand {
    static let door = CommandDoors.auditVerify
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: does
    )

    @Option(help: "A file of anchors that was kept outside the database.")
    var anchors: String?
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        let text = try anchors.map { try String(contentsOfFile: $0, encoding: .utf8) }
        let found = try await AuditCommands(session).verify(anchors: text)
        print(found.words[shared.language])
        for finding in found.findings { print(finding.words[shared.language]) }
        await session.close()
        if !found.isSound { throw ExitCode(1) }
    }
}

struct AuditListing: OpeningCommand {
    static let door = CommandDoors.auditList
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: does
    )

    @Option(help: "How many.")
    var limit = 50
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: "audit list")
        print(try await AuditCommands(session).list(limit: limit, shared.language))
        await session.close()
    }
}

struct AuditAnchoring: OpeningCommand {
    static let door = CommandDoors.auditAnchor
    static let configuration = CommandConfiguration(
        commandName: "anchor",
        abstract: does
    )

    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter()
        print(try await AuditCommands(session).anchor())
        await session.close()
    }
}
