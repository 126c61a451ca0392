import ArgumentParser
import Frame
import House

struct DoorsCommand: DooredCommand {
    static let door = CommandDoors.doors
    static let configuration = CommandConfiguration(
        commandName: "doors",
        abstract: "List every page and command, role and situation, and whether it opens."
    )

    func run() {
        print(DoorMatrix.text())
    }
}
