"""Every failure a client may see: its status, its code, and whether another try can help. Shape: OpenAI's envelope."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel


class ErrorFields(BaseModel):
    message: str
    type: str
    code: str
    param: str | None = None
    retryable: bool


class ErrorBody(BaseModel):
    error: ErrorFields


class ServiceError(Exception):
    status: ClassVar[int] = 500
    type: ClassVar[str] = "server_error"
    code: ClassVar[str] = "inference_failed"
    retryable: ClassVar[bool] = False
    # Seconds for the Retry-After header; none is sent without.
    retry_after: int | None = None

    def __init__(self, message: str, *, param: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.param = param

    def fields(self) -> ErrorFields:
        return ErrorFields(
            message=self.message, type=self.type, code=self.code, param=self.param, retryable=self.retryable
        )

    def body(self) -> ErrorBody:
        return ErrorBody(error=self.fields())


class Invalid(ServiceError):
    """The request itself is wrong; the message says what was expected, `param` which field."""

    status, type, code = 400, "invalid_request_error", "invalid"


class Unauthorized(ServiceError):
    status, type, code = 401, "authentication_error", "unauthorized"


class NotFound(ServiceError):
    status, type, code = 404, "invalid_request_error", "not_found"


class MethodNotAllowed(ServiceError):
    status, type, code = 405, "invalid_request_error", "method_not_allowed"


class TooLarge(ServiceError):
    status, type, code = 413, "invalid_request_error", "too_large"


class Unprocessable(ServiceError):
    """The request is well formed but what it carries cannot be read."""

    status, type, code = 422, "invalid_request_error", "unprocessable"


class QueueFull(ServiceError):
    status, type, code, retryable = 429, "rate_limit_error", "queue_full", True
    retry_after = 5


class Loading(ServiceError):
    status, code, retryable = 503, "loading", True
    retry_after = 5


class ModelNotFound(ServiceError):
    status, code = 503, "model_not_found"


class GpuOutOfMemory(ServiceError):
    status, code, retryable = 503, "gpu_out_of_memory", True


class ServiceBroken(ServiceError):
    """The device no longer answers; the process is about to end and to be started anew."""

    status, code, retryable = 503, "broken", True
    retry_after = 10


class ServiceStopping(ServiceError):
    status, code, retryable = 503, "stopping", True
    retry_after = 10


class InferenceFailed(ServiceError):
    status, code = 500, "inference_failed"

    def __init__(
        self, message: str = "The model failed. The log has more under this request id.", *, param: str | None = None
    ) -> None:
        super().__init__(message, param=param)


class DeadlinePassed(ServiceError):
    status, code, retryable = 504, "deadline", True


class Cancelled(ServiceError):
    """The client went away or took the work back; 499 as nginx has it, since nobody reads the answer."""

    status, type, code = 499, "invalid_request_error", "cancelled"

    def __init__(self, message: str = "The work was cancelled.", *, param: str | None = None) -> None:
        super().__init__(message, param=param)
