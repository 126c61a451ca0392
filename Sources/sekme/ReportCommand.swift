import ArgumentParser
import Foundation
import Frame
import House
import Kernel

struct ReportCommand: OpeningCommand {
    static let door = CommandDoors.report
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: does
    )

    @Argument(help: "The report, as attendance/statistics.")
    var name: String?
    @Option(help: "The school year, as 2022/2023; the latest with data where not given.")
    var year: String?
    @Option(help: "The term, 1 or 2; the whole year where not given.")
    var term: String?
    @Option(help: "An institution, by name or registration number.")
    var institution: String?
    @Option(name: .customLong("class"), help: "A class of the institution, by name.")
    var classGroup: String?
    @Option(help: "A grade, 1 to 12.")
    var grade: String?
    @Option(help: "Classes to compare with, as 5.b,5.c; of another institution as NAME:5.a.")
    var compare: String?
    @Option(help: "Institutions to compare with, by registration number or name, with commas between.")
    var institutions: String?
    @Option(help: "School years to compare with, as 2022/2023,2023/2024.")
    var years: String?
    @Option(help: "A subject, by name.")
    var subject: String?
    @Option(help: "A teacher, by name or code.")
    var teacher: String?
    @Option(help: "A pupil, by the code in the source system or Sekme's number.")
    var pupil: String?
    @Option(help: "A test or examination, by its code.")
    var assessment: String?
    @Option(help: "A day that divides before from after, as 2026-01-31.")
    var day: String?
    @Option(help: "A rule of risk, by its name, as risk-absence.")
    var rule: String?
    @Option(help: "What a rule is held against: left-or-repeated, left, repeated or annual-mark.")
    var outcome: String?
    @Option(help: "table, csv, xlsx or json.")
    var format: ReportFace = .table
    @Option(help: "Which table of the report, for CSV.")
    var section: String?
    @Option(help: "What a file with many persons is needed for; a second person approves it.")
    var reason = ""
    @OptionGroup var shared: Shared

    func run() async throws {
        // What there is to ask is the same for every database.
        guard let name else { return print(ReportList.text(sekme, shared.language)) }
        let session = try await enter()
        var request = ReportRequest(name)
        let chosen: [ReportFilter: String?] = [
            .year: year, .term: term, .institution: institution, .grade: grade, .classGroup: classGroup,
            .compared: compare, .institutions: institutions, .years: years, .subject: subject,
            .teacher: teacher, .pupil: pupil, .assessment: assessment, .day: day, .rule: rule,
            .outcome: outcome,
        ]
        for (filter, text) in chosen { request[filter] = text }
        let answer = try await session.answer(request, reason: reason, signed: format == .xlsx)
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
