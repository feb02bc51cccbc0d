"""Would the tests notice? Small changes of the spec and of the runtime."""
