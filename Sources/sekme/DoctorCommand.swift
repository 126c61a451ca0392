import ArgumentParser
import Exchange
import Frame
import House
import Kernel

struct DoctorCommand: OpeningCommand {
    static let door = CommandDoors.doctor
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: does
    )

    @Flag(help: "Write the cells anew where they differ, and give facts the class of their enrolment.")
    var repair = false
    @OptionGroup var shared: Shared

    func run() async throws {
        let session = try await enter(recording: repair ? "doctor repair" : nil)
        let doctor = Doctor(session.desk)
        let findings = repair ? try await doctor.repair() : try await doctor.run()
        await session.close()
        if findings.isEmpty {
            print(Text(lv: "Viss sakrīt.", en: "Everything agrees.")[shared.language])
            return
        }
        for finding in findings { print(finding.words[shared.language]) }
        if !repair { throw ExitCode(1) }
    }
}
