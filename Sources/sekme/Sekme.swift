import ArgumentParser
import Foundation
import House
import Kernel

/// The command tree.
///
/// What commands do is in `House`, and so are their doors.
@main
struct Sekme: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sekme",
        abstract: "School quality monitoring and prevention of early school leaving.",
        subcommands: CommandTree.of(
            [
                ReportCommand.self, AnnualReportCommand.self, ExportCommand.self, ServeCommand.self,
                DemoCommand.self, GenerateCommand.self, BackupCommand.self, RestoreCommand.self,
                DoctorCommand.self, DoorsCommand.self,
            ],
            groups: [
                ImportCommand.self, UserCommand.self, TenantCommand.self, MappingCommand.self,
                RuleCommand.self, CodeCommand.self, ScaleCommand.self, TermCommand.self,
                AuditCommand.self, SubscriptionCommand.self, PupilCommand.self, DatabaseCommand.self,
            ]
        )
    )

    /// Refusals are a person's to mend and cost exit code 1, or 64 where the call itself was wrong.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            let language = Shared.language(of: CommandLine.arguments)
            FileHandle.standardError.write(Data("sekme: \(refusal.message[language])\n".utf8))
            FileHandle.standardError.write(Data("\(refusal.advice[language])\n".utf8))
            Foundation.exit(refusal.kind == .usage ? 64 : 1)
        } catch {
            exit(withError: error)
        }
    }
}
