import ArgumentParser
import House

@main
struct Sekme: AsyncParsableCommand {
}
