import ArgumentParser
import Frame
import House

struct DoorsCommand: DooredCommand {
    static let door = CommandDoors.doors
    static let configuration = CommandConfiguration(
        commandName: "doors",
        abstract: does
    )

    func run() {
        print(DoorMatrix.text())
    }
}
