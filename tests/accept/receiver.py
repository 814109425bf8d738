#!/usr/bin/python3
"""An agency on loopback, for distribution.t: takes messages by SFTP, FTPS or HTTPS.

    receiver.py sftp|ftps|https FOLDER CERTIFICATE

What is sent goes into FOLDER. The port stands in FOLDER.port once it listens.
CERTIFICATE holds a certificate and its key; for SFTP it is a host key, and
beside it CERTIFICATE.users has the public keys that may come in.
"""
import os
import sys
import warnings

warnings.simplefilter("ignore")  # old ciphers in libraries are not what is tested

protocol, folder, certificate = sys.argv[1:]
USER, PASSWORD = "press", "secret"


def listening(port):
    with open(folder + ".new", "w") as file:
        file.write(str(port))
    os.rename(folder + ".new", folder + ".port")


def serve_sftp():
    import asyncio

    import asyncssh

    def in_folder(channel):
        return asyncssh.SFTPServer(channel, chroot=folder)

    async def serve():
        server = await asyncssh.create_server(asyncssh.SSHServer, "127.0.0.1", 0, server_host_keys=[certificate],
                                              authorized_client_keys=certificate + ".users", sftp_factory=in_folder)
        listening(server.sockets[0].getsockname()[1])
        await server.wait_closed()

    asyncio.run(serve())


def serve_ftps():
    from pyftpdlib.authorizers import DummyAuthorizer
    from pyftpdlib.handlers import TLS_DTPHandler, TLS_FTPHandler
    from pyftpdlib.servers import FTPServer

    authorizer = DummyAuthorizer()
    authorizer.add_user(USER, PASSWORD, folder, perm="elwfd")

    class Data(TLS_DTPHandler):
        def readable(self):  # curl secures a connection before it says what it is for
            return self._ssl_accepting or super().readable()

    class Handler(TLS_FTPHandler):
        dtp_handler = Data
        certfile = certificate
        tls_control_required = tls_data_required = True

    Handler.authorizer = authorizer
    Handler.get_ssl_context().set_session_id(b"receiver")  # curl's data connections resume the session
    server = FTPServer(("127.0.0.1", 0), Handler)
    listening(server.address[1])
    server.serve_forever()


def serve_https():
    """201 for a new message, 200 for one that is there, 422 for what is none, 503 as often as FOLDER.busy says."""
    import base64
    import re
    import ssl
    from http.server import BaseHTTPRequestHandler, HTTPServer

    key = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()

    def busy():
        try:
            with open(folder + ".busy") as file:
                times = int(file.read())
        except FileNotFoundError:
            return False
        if times > 0:
            with open(folder + ".busy", "w") as file:
                file.write(str(times - 1))
        return times > 0

    def take(body):
        transmit_id = re.search(rb"<transmitId>([^<]*)</transmitId>", body)
        if not transmit_id:
            return 422
        name = os.path.join(folder, re.sub(r"[^A-Za-z0-9-]", "_", transmit_id[1].decode()) + ".xml")
        if os.path.exists(name):
            return 200
        with open(name, "wb") as file:
            file.write(body)
        return 201

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers["Authorization"] != key:
                status = 401
            elif self.headers["Content-Type"] != "application/vnd.iptc.g2.newsmessage+xml":
                status = 415
            else:
                status = 503 if busy() else take(body)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    listening(server.server_port)
    server.serve_forever()


{"sftp": serve_sftp, "ftps": serve_ftps, "https": serve_https}[protocol]()
