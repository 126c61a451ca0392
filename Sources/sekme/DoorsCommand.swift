import ArgumentParser
import House

struct DoorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doors",
        abstract: "List every page, role and situation, and whether the page opens."
    )

    func run() {
        print(DoorMatrix.text())
    }
}
