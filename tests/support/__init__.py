"""What tests share: samples, sites made for tests, and judges of what comes of them."""
