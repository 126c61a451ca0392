import ArgumentParser
import Foundation
import House
import Kernel

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print a report as a table, CSV, XLSX or JSON; without a name, list the reports."
    )

    @Argument(help: "The report, as attendance/statistics.")
    var name: String?
    @Option(help: "The school year, as 2022/2023; the latest with data where not given.")
    var year: String?
    @Option(help: "The term, 1 or 2; the whole year where not given.")
    var term: Int?
    @Option(help: "An institution, by name or registration number.")
    var institution: String?
    @Option(name: .customLong("class"), help: "A class of the institution, by name.")
    var classGroup: String?
    @Option(help: "A subject, by name.")
    var subject: String?
    @Option(help: "table, csv, xlsx or json.")
    var format: ReportFace = .table
    @Option(help: "Which table of the report, for CSV.")
    var section: String?
    @Option(help: "What a file with many persons is needed for; a second person approves it.")
    var reason = ""
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await shared.open()
        guard let name else {
            print(ReportList.text(session.world.house, shared.language))
            return await session.close()
        }
        var request = ReportRequest(name)
        request.year = try year.map { try Shared.schoolYear($0) }
        request.term = term
        request.institution = institution
        request.classGroup = classGroup
        request.subject = subject
        let answer = try await session.answer(request, reason: reason)
        let words = shared.lang == nil ? nil : shared.language
        FileHandle.standardOutput.write(
            Data(try answer.bytes(format, section: section, language: words))
        )
        await session.close()
    }
}

extension ReportFace: ExpressibleByArgument {}

extension Shared {
    static func schoolYear(_ text: String) throws -> SchoolYear {
        guard let year = SchoolYear(text) else {
            throw Refusal(
                .usage,
                Text(lv: "„\(text)” nav mācību gads.", en: "“\(text)” is not a school year."),
                advice: Text(lv: "Rakstiet 2022/2023.", en: "Write 2022/2023.")
            )
        }
        return year
    }
}
