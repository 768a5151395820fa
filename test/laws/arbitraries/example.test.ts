// The example is a test file itself; here it runs against the source.
import '../../../examples/property-tests/experiment.test.mjs';
