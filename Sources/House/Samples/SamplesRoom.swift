import Frame
import Kernel

/// Files to begin with, for everybody who imports.
let samplesRoom = Room("samples", SamplesPage.title, pages: [SamplesPage(), SampleFile()])
