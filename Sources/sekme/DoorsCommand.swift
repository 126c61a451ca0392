import ArgumentParser
import Frame
import House

struct DoorsCommand: UnopeningCommand {
    static let door = CommandDoors.doors
    static let configuration = CommandConfiguration(
        commandName: "doors",
        abstract: does
    )

    @OptionGroup var unopened: Unopened

    func run() {
        print(DoorMatrix.text())
    }
}
