public import ArgumentParser
public import Kernel

/// A language that there is not is refused where it is typed.
extension Language: ExpressibleByArgument {}
